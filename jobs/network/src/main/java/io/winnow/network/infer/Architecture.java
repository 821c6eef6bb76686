package io.winnow.network.infer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Reads the JSON of a network without trusting it.
 *
 * <p>Deeplearning4j's own reader makes an object of whatever class the JSON names, as
 * {@code @class}, as {@code type}, or as the first element of an array. So every text that could be
 * such a name is compared with a list of the layers, functions, updaters and schedules that Winnow
 * writes before Deeplearning4j sees any of it; and what it sees is the checked tree written anew,
 * so that no key can be read twice in two ways.
 */
public final class Architecture {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
  private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";
  private static final String WEIGHTS = "org.deeplearning4j.nn.weights.WeightInit";
  private static final String UPDATERS = "org.nd4j.linalg.learning.config.";
  private static final String SCHEDULES = "org.nd4j.linalg.schedule.";
  private static final String LOSSES = "org.nd4j.linalg.lossfunctions.impl.Loss";
  private static final String PENALTIES = "org.nd4j.linalg.learning.regularization.";

  private static final String CLASS = "@class";
  // Names of a layer's parameters, such as W and b.
  private static final String PARAMETERS = "variables";

  static final Set<String> ALLOWED =
      Set.of(
          LAYERS + "DenseLayer",
          LAYERS + "OutputLayer",
          ACTIVATIONS + "Identity",
          ACTIVATIONS + "ReLU",
          ACTIVATIONS + "LReLU",
          ACTIVATIONS + "ELU",
          ACTIVATIONS + "SELU",
          ACTIVATIONS + "GELU",
          ACTIVATIONS + "Swish",
          ACTIVATIONS + "SoftPlus",
          ACTIVATIONS + "Sigmoid",
          ACTIVATIONS + "TanH",
          ACTIVATIONS + "Softmax",
          WEIGHTS + "Constant",
          WEIGHTS + "Distribution",
          WEIGHTS + "Normal",
          WEIGHTS + "Relu",
          WEIGHTS + "ReluUniform",
          WEIGHTS + "Uniform",
          WEIGHTS + "Xavier",
          WEIGHTS + "XavierUniform",
          "org.deeplearning4j.nn.conf.distribution.UniformDistribution",
          "org.deeplearning4j.nn.conf.dropout.Dropout",
          UPDATERS + "Sgd",
          UPDATERS + "Nesterovs",
          UPDATERS + "Adam",
          UPDATERS + "AdaMax",
          UPDATERS + "Nadam",
          UPDATERS + "AMSGrad",
          UPDATERS + "RmsProp",
          UPDATERS + "AdaGrad",
          UPDATERS + "AdaDelta",
          SCHEDULES + "FixedSchedule",
          SCHEDULES + "ExponentialSchedule",
          SCHEDULES + "StepSchedule",
          SCHEDULES + "InverseSchedule",
          LOSSES + "MCXENT",
          LOSSES + "MSE",
          LOSSES + "MAE",
          PENALTIES + "L1Regularization",
          PENALTIES + "L2Regularization");

  private Architecture() {}

  /**
   * The configuration that a JSON text describes.
   *
   * @throws WinnowException where the text is no such JSON or names a class that is not allowed
   */
  public static MultiLayerConfiguration parse(String json) {
    String checked;
    try {
      JsonNode tree = MAPPER.readTree(json);
      requireAllowed(CLASS, tree);
      checked = MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new WinnowException(
          ExitCode.FAULT, "network architecture: not valid JSON; " + e.getOriginalMessage(), e);
    }
    return MultiLayerConfiguration.fromJson(checked);
  }

  private static void requireAllowed(String key, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(field -> requireAllowed(field.getKey(), field.getValue()));
    } else if (value.isArray()) {
      value.forEach(element -> requireAllowed(key.equals(PARAMETERS) ? key : CLASS, element));
    } else if (value.isTextual() && couldBeClass(key, value.textValue())) {
      requireAllowed(value.textValue());
    }
  }

  private static boolean couldBeClass(String key, String text) {
    return switch (key) {
      case CLASS, "type" -> true;
      case "layerName" -> false;
      default -> text.indexOf('.') >= 0;
    };
  }

  private static void requireAllowed(String className) {
    if (!ALLOWED.contains(className)) {
      throw new WinnowException(
          ExitCode.FAULT,
          "network architecture: class '%s' is not one that Winnow writes; do not use this model"
              .formatted(className));
    }
  }
}
