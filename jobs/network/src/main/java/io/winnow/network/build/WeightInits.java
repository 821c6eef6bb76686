package io.winnow.network.build;

import io.winnow.core.config.network.WeightInitName;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** Distributions of initial weights by their configured names. */
final class WeightInits {
  private WeightInits() {}

  /**
   * The initialiser of a layer's weights.
   *
   * @param in inputs of the layer
   */
  static IWeightInit of(WeightInitName name, long in) {
    return switch (name) {
      case ZERO -> WeightInit.ZERO.getWeightInitFunction();
      case ONES -> WeightInit.ONES.getWeightInitFunction();
      case XAVIER -> WeightInit.XAVIER.getWeightInitFunction();
      case XAVIER_UNIFORM -> WeightInit.XAVIER_UNIFORM.getWeightInitFunction();
      case RELU -> WeightInit.RELU.getWeightInitFunction();
      case RELU_UNIFORM -> WeightInit.RELU_UNIFORM.getWeightInitFunction();
      case LECUN_NORMAL -> WeightInit.LECUN_NORMAL.getWeightInitFunction();
      case LECUN_UNIFORM -> lecunUniform(in);
      case NORMAL -> WeightInit.NORMAL.getWeightInitFunction();
      case UNIFORM -> WeightInit.UNIFORM.getWeightInitFunction();
    };
  }

  // Deeplearning4j's own draws from [-3 / sqrt(in), 3 / sqrt(in)], whose variance is 3 / in.
  private static IWeightInit lecunUniform(long in) {
    double bound = Math.sqrt(3.0 / in);
    return new WeightInitDistribution(new UniformDistribution(-bound, bound));
  }
}
