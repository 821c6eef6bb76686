package io.winnow.core.step.pca;

import java.io.Serializable;
import java.util.List;

/**
 * Principal components of train: component j of a row is {@code Σᵢ (xᵢ − meanᵢ) loadingⱼᵢ} over the
 * inputs i.
 *
 * @param deterministic false: a library fitted it, so runs agree to about 1e-9 only
 * @param inputs features that the components take the place of
 * @param components the most variance first
 */
public record FittedPca(boolean deterministic, List<Input> inputs, List<Component> components)
    implements Serializable {

  /** Copies the lists. */
  public FittedPca {
    inputs = List.copyOf(inputs);
    components = List.copyOf(components);
  }

  /**
   * A feature that components are made of.
   *
   * @param mean in train
   */
  public record Input(String feature, double mean) implements Serializable {}

  /**
   * One component.
   *
   * @param explainedVarianceRatio its share of the variance of all inputs in train
   * @param loadings by input; of length 1, the greatest of them in absolute value above 0
   */
  public record Component(String feature, double explainedVarianceRatio, List<Double> loadings)
      implements Serializable {}
}
