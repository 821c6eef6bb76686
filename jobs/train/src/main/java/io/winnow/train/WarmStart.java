package io.winnow.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.model.Architecture;
import io.winnow.network.model.TrainableNetwork;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A training that begins with the parameters of another network. Updater, schedule, seed,
 * initialisation and regularisation may differ; everything that the outputs follow from may not.
 */
final class WarmStart {
  /** What of Deeplearning4j's JSON says how a network is trained, not what it computes. */
  private static final List<String> TRAINING =
      List.of(
          "iupdater",
          "biasUpdater",
          "seed",
          "iterationCount",
          "epochCount",
          "idropout",
          "regularization",
          "regularizationBias",
          "weightInitFn",
          "weightInitFnRecurrent",
          "biasInit",
          "gainInit",
          "forgetGateBiasInit",
          "gradientNormalization",
          "gradientNormalizationThreshold",
          "constraints",
          "weightNoise",
          "variables",
          // Of a loss.
          "weights");

  private final NetworkSnapshot begin;

  WarmStart(NetworkSnapshot begin) {
    this.begin = begin;
  }

  /**
   * A network of an architecture with these parameters.
   *
   * @throws WinnowException where they are those of another one
   */
  TrainableNetwork network(Architecture architecture) {
    if (!computed(architecture.toJson()).equals(computed(begin.architecture()))) {
      throw WinnowException.usage(
          "training.warmStart: its network has other layers than this pipeline declares; declare the same, or remove the key");
    }
    float[] parameters = begin.parameters();
    return architecture.network(Nd4j.create(parameters.clone(), new long[] {1, parameters.length}));
  }

  private static JsonNode computed(String architecture) {
    try {
      JsonNode tree = Json.MAPPER.readTree(architecture);
      strip(tree);
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an architecture that has been read is no JSON", e);
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(TRAINING);
    }
    node.forEach(WarmStart::strip);
  }
}
