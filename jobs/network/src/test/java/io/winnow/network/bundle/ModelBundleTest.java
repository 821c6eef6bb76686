package io.winnow.network.bundle;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.initialised;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.snapshot;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.ModelReport.ReloadReport;
import io.winnow.network.infer.NetworkSnapshot;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {
  private static final byte[] PIPELINE = "{\"features\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final NetworkSnapshot NETWORK =
      snapshot(
          initialised(
              network(dense(5, ActivationName.RELU), output()),
              training(UpdaterName.ADAM, null),
              3,
              CLASSES));

  private final ModelBundle bundle =
      ModelBundle.of(
          NETWORK,
          training(UpdaterName.ADAM, null),
          CLASSES,
          PIPELINE,
          null,
          List.of(new float[] {0.5f, -1, 2}, new float[] {1e-3f, 7, -0.1f}),
          Map.of("winnow", "0.1.0"));

  @Test
  void readsWhatItWroteBitForBit() {
    ModelBundle read = read(bundle.contents());

    assertThat(read.network().parameters()).isEqualTo(NETWORK.parameters());
    assertThat(read.network().architecture()).isEqualTo(NETWORK.architecture());
    assertThat(read.label()).isEqualTo(CLASSES);
    assertThat(read.training()).isEqualTo(training(UpdaterName.ADAM, null));
    assertThat(read.pipeline()).isEqualTo(PIPELINE);
    assertThat(read.sha256()).isEqualTo(bundle.sha256()).hasSize(64);
    assertThat(read.verify()).isEqualTo(new ReloadReport(true, 2, 0));
    assertThat(read.predictor().predict(new float[] {1, 2, 3}))
        .isEqualTo(bundle.predictor().predict(new float[] {1, 2, 3}));
  }

  @Test
  void sameModelGivesTheSameFiles() {
    ModelBundle again =
        ModelBundle.of(
            NETWORK,
            training(UpdaterName.ADAM, null),
            CLASSES,
            PIPELINE,
            null,
            List.of(new float[] {0.5f, -1, 2}, new float[] {1e-3f, 7, -0.1f}),
            Map.of("winnow", "0.1.0"));

    assertThat(again.sha256()).isEqualTo(bundle.sha256());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "architecture.json",
        "parameters.bin",
        "training.json",
        "pipeline.json",
        "label.json",
        "golden.json"
      })
  void refusesAnAlteredFileByItsName(String name) {
    SortedMap<String, byte[]> contents = bundle.contents();
    byte[] altered = contents.get(name).clone();
    altered[altered.length / 2] ^= 1;
    contents.put(name, altered);

    assertThatThrownBy(() -> read(contents))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "%s: its SHA-256 is %s, bundle.json has %s; restore the file or train again"
                .formatted(
                    name,
                    DigestUtils.sha256Hex(altered),
                    DigestUtils.sha256Hex(bundle.contents().get(name))));
  }

  @Test
  void refusesAMissingFileByItsName() {
    SortedMap<String, byte[]> contents = bundle.contents();
    contents.remove("parameters.bin");

    assertThatThrownBy(() -> read(contents))
        .isInstanceOf(WinnowException.class)
        .hasMessage("parameters.bin: cannot be read from the bundle; restore it or train again");
  }

  @Test
  void refusesAVersionItDoesNotKnow() throws IOException {
    SortedMap<String, byte[]> contents = bundle.contents();
    ObjectNode manifest = (ObjectNode) Json.MAPPER.readTree(contents.get("bundle.json"));
    contents.put("bundle.json", Json.pretty(manifest.put("schemaVersion", 2)));

    assertThatThrownBy(() -> read(contents))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "bundle.json: schemaVersion is '2', this version of Winnow reads 1; use the one that"
                + " wrote it");
  }

  @Test
  void refusesAForeignClassEvenWithItsChecksum() {
    SortedMap<String, byte[]> contents = bundle.contents();
    String architecture = new String(contents.get("architecture.json"), StandardCharsets.UTF_8);
    replace(
        contents,
        "architecture.json",
        architecture
            .replace("org.deeplearning4j.nn.conf.layers.DenseLayer", "com.example.Gadget")
            .getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> read(contents))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("class 'com.example.Gadget' is not one that Winnow reads");
  }

  @Test
  void noticesParametersThatPredictSomethingElse() {
    float[] other = NETWORK.parameters().clone();
    other[other.length - 1] += 1;
    SortedMap<String, byte[]> contents = bundle.contents();
    replace(contents, "parameters.bin", Parameters.write(other));

    ReloadReport reload = read(contents).verify();

    assertThat(reload.verified()).isFalse();
    assertThat(reload.maxAbsDifference()).isGreaterThan(GoldenPredictions.TOLERANCE);
  }

  @Test
  void noticesPredictionsThatAreNotNumbers() {
    float[] other = NETWORK.parameters().clone();
    other[other.length - 1] = Float.NaN;
    SortedMap<String, byte[]> contents = bundle.contents();
    replace(contents, "parameters.bin", Parameters.write(other));

    assertThat(read(contents).verify().verified()).isFalse();
  }

  private static void replace(SortedMap<String, byte[]> contents, String name, byte[] content) {
    String manifest = new String(contents.get("bundle.json"), StandardCharsets.UTF_8);
    String before = DigestUtils.sha256Hex(contents.get(name));
    contents.put(name, content);
    contents.put(
        "bundle.json",
        manifest.replace(before, DigestUtils.sha256Hex(content)).getBytes(StandardCharsets.UTF_8));
  }

  private static ModelBundle read(SortedMap<String, byte[]> contents) {
    return ModelBundle.read(
        name -> {
          byte[] content = contents.get(name);
          if (content == null) {
            throw new FileNotFoundException(name);
          }
          return content;
        });
  }
}
