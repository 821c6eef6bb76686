package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigSettingsTest {
  @TempDir Path folder;

  @Test
  void aLaterSettingGoesBeforeAnEarlierOneBeforeTheFileBeforeTheDefault() throws IOException {
    Path file = ConfigFiles.edited(folder, "label:", "training: {epochs: 7}\nlabel:");

    assertThat(ConfigFiles.load("minimal.yaml").pipeline().training().epochs()).isEqualTo(20);
    assertThat(load(file).pipeline().training().epochs()).isEqualTo(7);
    assertThat(load(file, "training.epochs=8").pipeline().training().epochs()).isEqualTo(8);
    assertThat(load(file, "training.epochs=8", "training.epochs=9").pipeline().training().epochs())
        .isEqualTo(9);
    assertThat(load(file, "training.batch=8").pipeline().training().epochs()).isEqualTo(7);
  }

  @Test
  void rootIsASettingLikeAnyOther() {
    assertThat(ConfigFiles.load("minimal.yaml", "root=s3a://lake/winnow").pipeline().root())
        .isEqualTo("s3a://lake/winnow");
  }

  @Test
  void aNumberMayHaveAnExponentInTheFileAndInASetting() throws IOException {
    Path file =
        ConfigFiles.edited(folder, "label:", "training: {updater: {learningRate: 1e-3}}\nlabel:");

    assertThat(load(file).pipeline().training().updater().learningRate()).isEqualTo(0.001);
    assertThat(rate("training.updater.learningRate=2e-3")).isEqualTo(0.002);
    assertThat(rate("training.updater.learningRate=2.5E-2")).isEqualTo(0.025);
    assertThat(rate("training.updater.learningRate=.5")).isEqualTo(0.5);
  }

  private static double rate(String setting) {
    return ConfigFiles.load("minimal.yaml", setting).pipeline().training().updater().learningRate();
  }

  @Test
  void aSettingMakesWhatIsAboveIt() {
    PipelineConfig config =
        ConfigFiles.load(
                "minimal.yaml",
                "outlier.columns.age.action=delete",
                "impute.columns.job={strategy: constant, value: none}",
                "impute.columns.\"home.town\".strategy=mode",
                "split.ratios=[0.5, 0.25, 0.25]",
                "label.map.\"a=b\"=c")
            .pipeline();

    assertThat(config.outlier().columns()).containsOnlyKeys("age");
    assertThat(config.impute().columns()).containsOnlyKeys("job", "home.town");
    assertThat(config.split().ratios()).hasToString("0.5/0.25/0.25");
    assertThat(config.label().map()).containsExactly(Map.entry("a=b", "c"));
  }

  @Test
  void aSettingReachesIntoAList() {
    LoadedConfig loaded = ConfigFiles.load("minimal.yaml", "network={layers: [{type: output}]}");
    assertThat(loaded.tree().at("/network/layers/0/type").textValue()).isEqualTo("output");

    loaded =
        ConfigFiles.load(
            "minimal.yaml",
            "network={layers: [{type: dense, units: 3}, {type: output}]}",
            "network.layers.0.units=5",
            "network.layers.1={type: output, units: 2}");
    assertThat(loaded.tree().at("/network/layers/0/units").intValue()).isEqualTo(5);
    assertThat(loaded.tree().at("/network/layers/1/units").intValue()).isEqualTo(2);
  }

  /** What a user may type after the equals sign, and the JSON that it means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "5¦5",
        "-2¦-2",
        "0.25¦0.25",
        "1e3¦1000.0",
        "true¦true",
        "[1, b]¦[1,\"b\"]",
        "{a: 1}¦{\"a\":1}",
        "'5'¦\"5\"",
        "yes¦\"yes\"",
        "off¦\"off\"",
        "a, b¦\"a, b\"",
        "s3a://lake/x?y=z#w¦\"s3a://lake/x?y=z#w\"",
        "|¦\"|\"",
        ";¦\";\"",
        ",¦\",\"",
        "#¦\"#\"",
        "*¦\"*\"",
        "-¦\"-\"",
        ">¦\">\"",
        "a], [b¦\"a], [b\"",
        "[1¦\"[1\"",
        "`\"\\t\"`¦`\"\\t\"`",
        "``¦\"\"",
      })
  void aValueIsYamlElseAText(String value, String json) throws IOException {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    ConfigTree.set(tree, "a.b=" + value);

    JsonNode set = tree.at("/a/b");
    assertThat(set).isEqualTo(Json.MAPPER.readTree(json));
  }

  @Test
  void saysWhatIsWrongWithASetting() {
    assertRefused("training.epochs", "not of the form path=value, as in --set training.epochs=5");
    assertRefused("=5", "not of the form path=value, as in --set training.epochs=5");
    assertRefused("a..b=5", "not of the form path=value, as in --set training.epochs=5");
    assertRefused("pipeline.x=5", "'x' is not below a mapping");
    assertRefused("pipeline.x.y=5", "'x' is not below a mapping");
    assertRefused("list.2=5", "the list has 2 elements, and '2' is none of their positions from 0");
    assertRefused(
        "list.x.y=5", "the list has 2 elements, and 'x' is none of their positions from 0");
  }

  private static void assertRefused(String setting, String why) {
    ObjectNode tree = Json.MAPPER.createObjectNode().put("pipeline", "people");
    tree.putArray("list").add(1).add(2);

    assertThatThrownBy(() -> ConfigTree.set(tree, setting))
        .isInstanceOf(WinnowException.class)
        .hasMessage("--set " + setting + ": " + why);
  }

  private static LoadedConfig load(Path file, String... settings) {
    return ConfigLoader.load(file, List.of(settings));
  }

  @Test
  void aNetworkOfDeeplearning4jHasNoLayersOfItsOwn() {
    NetworkConfig network =
        ConfigFiles.load("minimal.yaml", "network={deeplearning4j: {confs: []}}")
            .pipeline()
            .network();
    assertThat(network).isNotNull();
    assertThat(network.layers()).isEmpty();
    assertThat(network.deeplearning4j()).hasToString("{\"confs\":[]}");
  }
}
