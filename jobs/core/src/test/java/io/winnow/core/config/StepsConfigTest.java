package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.schema.TableSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsConfigTest {
  private static final TableSchema TABLE =
      ConfigLoader.readTable(
          "schema",
          "{table: t, columns: [{name: x, type: number}, {name: y, type: category, role: label}]}");

  @Test
  void withoutAnythingTheDefaultsOfAPipelineFileHold() {
    LoadedConfig loaded = StepsConfig.read("steps", "").on(TABLE);

    assertThat(loaded.pipeline().label().isAbsent()).isTrue();
    assertThat(loaded.pipeline().label()).isEqualTo(LabelConfig.NONE);
    LoadedConfig file = example();
    assertThat(loaded.pipeline().encode()).isEqualTo(file.pipeline().encode());
    assertThat(loaded.pipeline().output().maxFeatures()).isEqualTo(10_000);
    assertThat(loaded.table()).isEqualTo(TABLE);
  }

  @Test
  void theStepsOfAFileAreTheSameWhenReadAgain() {
    LoadedConfig file = example();
    String schema = StepsConfig.text(file.table().source());
    LoadedConfig again =
        StepsConfig.read("steps", StepsConfig.of(file).text())
            .on(ConfigLoader.readTable("schema", schema));

    assertThat(again.table()).isEqualTo(file.table());
    assertThat(again.pipeline().pipeline()).isEqualTo(file.pipeline().pipeline());
    assertThat(again.pipeline().label()).isEqualTo(file.pipeline().label());
    assertThat(again.pipeline().outlier()).isEqualTo(file.pipeline().outlier());
    assertThat(again.pipeline().impute()).isEqualTo(file.pipeline().impute());
    assertThat(again.pipeline().scale()).isEqualTo(file.pipeline().scale());
    assertThat(again.pipeline().split().seed()).isEqualTo(file.pipeline().split().seed());
    assertThat(again.pipeline().network()).isNull();
  }

  /** Whatever a file says of features must not be lost on its way into a stage of MLlib. */
  @Test
  void everySectionThatChangesFeaturesIsTakenOver() {
    LoadedConfig file =
        ConfigLoader.load(
            Path.of("../../conf/examples/horse-colic.yaml"),
            List.of("pca={components: 2}", "select={variance: {min: 0.1}}"));
    PipelineConfig again = StepsConfig.of(file).on(file.table().source()).pipeline();

    assertThat(again.pca()).isNotNull().isEqualTo(file.pipeline().pca());
    assertThat(again.select()).isNotNull().isEqualTo(file.pipeline().select());
    assertThat(again.derive()).isEqualTo(file.pipeline().derive());
    assertThat(again.encode()).isEqualTo(file.pipeline().encode());
    assertThat(again.sensitive()).isEqualTo(file.pipeline().sensitive());
  }

  @Test
  void whatIsNotAboutColumnsIsRefused() {
    assertRefused("dedup: {exact: row}", "unknown key 'dedup'; allowed: pipeline, label");
    assertRefused("split: {seed: 3, strategy: hash}", "split: unknown key 'strategy'");
    assertRefused("output: {layout: columns}", "output: unknown key 'layout'");
    assertRefused("impute: {numeric: all}", "impute.numeric: 'all' is not one of");
    assertRefused("label: {}", "label: key 'column' is missing");
    assertRefused("label: {column: x}", "label.column: 'x' has role feature");
    assertRefused("select: {mutualInformation: {top: 1}}", "is about a label");
    assertRefused("impute: {regression: {columns: [x]}}", "impute.regression.columns: 'x' is only");
    assertRefused("impute: {knn: {columns: [x]}}", "impute.knn.columns: 'x' is only");
    assertRefused("pca: {}", "pca: needs either 'components' or 'variance'");
    assertRefused("- 1", "holds no keys");
    assertRefused("{a: [}", "not valid YAML in line 1");
    assertThat(
            StepsConfig.read("s", "select: {mutualInformation: {top: 1}}\nlabel: {column: y}")
                .on(TABLE)
                .pipeline()
                .select())
        .isNotNull();
  }

  private static void assertRefused(String steps, String why) {
    assertThatThrownBy(() -> StepsConfig.read("steps", steps).on(TABLE))
        .hasMessageStartingWith("steps: ")
        .hasMessageContaining(why);
  }

  private static LoadedConfig example() {
    return ConfigLoader.load(Path.of("../../conf/examples/horse-colic.yaml"), List.of());
  }
}
