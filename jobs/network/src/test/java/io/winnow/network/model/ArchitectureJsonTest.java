package io.winnow.network.model;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.TARGET;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.ScheduleConfig;
import io.winnow.core.config.SchedulePer;
import io.winnow.core.config.ScheduleType;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.DenseConfig;
import io.winnow.core.config.network.LossName;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.LayerShape;
import io.winnow.network.build.NetworkFactory;
import io.winnow.network.estimate.source.AllowedClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureJsonTest {

  @Test
  void readsWhateverWinnowWrites() {
    Set<String> written = new HashSet<>();
    for (ActivationName activation : ActivationName.values()) {
      collect(json(network(dense(3, activation), output()), UpdaterName.ADAM, null), written);
    }
    for (WeightInitName init : WeightInitName.values()) {
      DenseConfig layer = new DenseConfig(null, 3, ActivationName.RELU, init, 0, 0.5, 0.1, 0.1);
      collect(json(network(layer, output()), UpdaterName.ADAM, null), written);
    }
    for (UpdaterName updater : UpdaterName.values()) {
      collect(json(network(output()), updater, null), written);
    }
    for (ScheduleType type : ScheduleType.values()) {
      ScheduleConfig schedule = new ScheduleConfig(type, SchedulePer.EPOCH, 0.5, 2);
      collect(json(network(output()), UpdaterName.SGD, schedule), written);
    }
    for (LossName loss : new LossName[] {LossName.MSE, LossName.MAE}) {
      OutputLayerConfig output =
          new OutputLayerConfig(null, null, null, loss, WeightInitName.XAVIER, 0, 0, 0, 0);
      collect(json(network(output), TARGET, UpdaterName.SGD, null), written);
    }

    assertThat(written).hasSizeGreaterThan(40).allMatch(AllowedClasses::contain);
  }

  @Test
  void readsWhatItWrote() {
    String json = json(network(dense(3, ActivationName.SELU), output()), UpdaterName.NADAM, null);

    assertThat(ArchitectureJson.parse(json).toJson()).isEqualTo(json);
  }

  @Test
  void writesTheShapeThatNoLayerTells() {
    // One layer has no size, the size of the other one counts categories.
    Layer dropout = new DropoutLayer.Builder(0.5).build();
    Layer embedding = new EmbeddingLayer.Builder().nIn(20).nOut(3).build();
    for (Layer first : List.of(dropout, embedding)) {
      Architecture architecture = new Architecture.Layers(sequence(first), LayerShape.flat(1));

      assertThat(ArchitectureJson.parse(architecture.toJson()).inputs())
          .containsExactly(LayerShape.flat(1));
    }
  }

  @Test
  void refusesAForeignClassBeforeAnyObjectIsMade() {
    String json = json(network(output()), UpdaterName.ADAM, null);
    String foreign =
        json.replace("org.nd4j.linalg.learning.config.Adam", "javax.script.ScriptEngineManager");

    assertThat(foreign).isNotEqualTo(json);
    assertThatThrownBy(() -> ArchitectureJson.parse(foreign))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "network architecture: class 'javax.script.ScriptEngineManager' is not one that Winnow"
                + " reads; do not use this model");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'lossFn':['com.example.Gadget',{}]}",
        "{'weightInitFn':{'distribution':{'type':'com.example.Gadget'}}}",
        "{'layer':'com.example.Gadget'}",
        "{'confs':[{'lossFn':['Gadget',{}]}]}",
        "{'type':'Gadget'}"
      })
  void refusesAForeignClassInEveryFormThatJacksonReads(String json) {
    assertThatThrownBy(() -> ArchitectureJson.parse(json.replace('\'', '"')))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("Gadget' is not one that Winnow reads");
  }

  @Test
  void takesALayerNameForNoClass() {
    DenseConfig named =
        new DenseConfig("v1.0", 3, ActivationName.RELU, WeightInitName.RELU, 0, 0, 0, 0);
    String json = json(network(named, output()), UpdaterName.ADAM, null);

    assertThat(
            ((Architecture.Layers) ArchitectureJson.parse(json))
                .configuration()
                .getConf(0)
                .getLayer()
                .getLayerName())
        .isEqualTo("v1.0");
  }

  @Test
  void refusesAClassNamedTwice() {
    String json = json(network(output()), UpdaterName.ADAM, null);
    String twice =
        json.replaceFirst(
            "\"@class\" *: *\"org.deeplearning4j.nn.conf.layers.OutputLayer\"",
            "\"@class\":\"java.lang.Object\",$0");

    assertThat(twice).isNotEqualTo(json);
    assertThatThrownBy(() -> ArchitectureJson.parse(twice))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("Duplicate field '@class'");
  }

  private static MultiLayerConfiguration sequence(Layer first) {
    return new NeuralNetConfiguration.Builder()
        .list(first, new OutputLayer.Builder().nIn(3).nOut(3).build())
        .build();
  }

  private static String json(NetworkConfig network, UpdaterName updater, ScheduleConfig schedule) {
    return json(network, CLASSES, updater, schedule);
  }

  private static String json(
      NetworkConfig network, FittedLabel label, UpdaterName updater, ScheduleConfig schedule) {
    return new NetworkFactory(network, training(updater, schedule))
        .configuration(4, label)
        .toJson();
  }

  private static void collect(String json, Set<String> classes) {
    ArchitectureJson.parse(json);
    Matcher matcher = Pattern.compile("\"(?:@class|type)\" *: *\"([^\"]+)\"").matcher(json);
    while (matcher.find()) {
      classes.add(matcher.group(1));
    }
  }
}
