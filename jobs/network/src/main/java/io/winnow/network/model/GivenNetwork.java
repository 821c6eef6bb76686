package io.winnow.network.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.LayerShape;
import io.winnow.network.build.Updaters;
import io.winnow.network.build.WeightedLoss;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/**
 * A network that is given in Deeplearning4j's JSON. The pipeline file says how it is trained: its
 * seed and its updater take the place of those in the JSON.
 */
final class GivenNetwork {
  /** Deeplearning4j's names of arrays whose last extent are the channels. */
  private static final Set<String> CHANNELS_LAST = Set.of("NHWC", "NDHWC", "NWC");

  private final ObjectNode given;
  private final TrainingConfig training;

  GivenNetwork(ObjectNode given, TrainingConfig training) {
    this.given = given;
    this.training = training;
  }

  Architecture architecture(int features, FittedLabel label) {
    ObjectNode tree = given.deepCopy();
    requireTrainable(tree);
    adopt(tree, json(Updaters.of(training.updater())));
    Architecture architecture = ArchitectureJson.declared("network", tree);
    requireInputs(architecture, features);
    requireOutputs(architecture.outputLayer(), label);
    return architecture;
  }

  private static JsonNode json(Object part) {
    try {
      return Json.MAPPER.readTree(NeuralNetConfiguration.mapper().writeValueAsString(part));
    } catch (JsonProcessingException | org.nd4j.shade.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("a part of a network cannot be written as JSON", e);
    }
  }

  private void adopt(JsonNode node, JsonNode updater) {
    if (node instanceof ObjectNode object) {
      if (object.hasNonNull("iupdater")) {
        object.set("iupdater", updater);
        object.putNull("biasUpdater");
      }
      if (training.classWeights() != null && object.hasNonNull("lossFn")) {
        object.set("lossFn", weighted(object.get("lossFn"), object.path("nout").asInt()));
      }
      if (object.has("seed")) {
        object.put("seed", training.seed());
      }
    }
    node.forEach(child -> adopt(child, updater));
  }

  private static JsonNode weighted(JsonNode loss, int classes) {
    String name = loss.path("@class").asText();
    if (!name.endsWith(".LossMCXENT") && !name.endsWith(".LossNegativeLogLikelihood")) {
      throw WinnowException.usage(
          "training.classWeights: the loss of the network is %s; use LossMCXENT".formatted(name));
    }
    return json(WeightedLoss.of(classes));
  }

  private static void requireTrainable(JsonNode tree) {
    for (JsonNode type : tree.findValues("dataType")) {
      if (!type.asText().equals("FLOAT")) {
        throw WinnowException.usage(
            "network: dataType %s; networks are trained in FLOAT".formatted(type));
      }
    }
    requireChannelsFirst(tree);
    if (!tree.path("backpropType").asText("Standard").equals("Standard")) {
      throw WinnowException.usage(
          "network: backpropType %s; networks are trained with Standard back-propagation"
              .formatted(tree.path("backpropType")));
    }
    for (JsonNode algorithm : tree.findValues("optimizationAlgo")) {
      if (!algorithm.asText().equals("STOCHASTIC_GRADIENT_DESCENT")) {
        throw WinnowException.usage(
            "network: optimizationAlgo %s; networks are trained by STOCHASTIC_GRADIENT_DESCENT"
                .formatted(algorithm));
      }
    }
  }

  private static void requireChannelsFirst(JsonNode node) {
    for (var field : node.properties()) {
      if (field.getKey().endsWith("ormat") && CHANNELS_LAST.contains(field.getValue().asText())) {
        throw WinnowException.usage(
            "network: %s %s; features are given to networks with the channels first"
                .formatted(field.getKey(), field.getValue()));
      }
    }
    node.forEach(GivenNetwork::requireChannelsFirst);
  }

  private static void requireInputs(Architecture architecture, int features) {
    int taken = new InputColumns(architecture.inputs()).features();
    if (taken != features) {
      throw WinnowException.usage(
          "network: its inputs (%s) are %d values, but the prepared data has %d features; correct inputShapes, or the columns of the table"
              .formatted(
                  architecture.inputs().stream()
                      .map(LayerShape::toString)
                      .collect(Collectors.joining(", ")),
                  taken,
                  features));
    }
  }

  private static void requireOutputs(OutputLayer output, FittedLabel label) {
    if (output.getNOut() != label.outputs()) {
      throw WinnowException.usage(
          "network: output layer '%s' has %d outputs, but label '%s' needs %d; correct nout"
              .formatted(output.getLayerName(), output.getNOut(), label.column(), label.outputs()));
    }
    boolean classes = label.task() == Task.CLASSIFICATION;
    if (classes != (output.getActivationFn() instanceof ActivationSoftmax)) {
      throw WinnowException.usage(
          "network: output layer '%s' has activation %s; %s"
              .formatted(
                  output.getLayerName(),
                  output.getActivationFn(),
                  classes
                      ? "a classification needs softmax"
                      : "a regression needs another than softmax"));
    }
  }
}
