package io.winnow.core.step.scale;

import java.io.Serializable;

/**
 * Standardisation {@code (x - mean) / standardDeviation} with the moments of train.
 *
 * @param mean in the column's own unit; 0 for {@link ScaleStrategy#NONE}
 * @param standardDeviation likewise, never 0: a constant column is divided by 1
 */
public record FittedScale(ScaleStrategy strategy, double mean, double standardDeviation)
    implements Serializable {

  /** The scaled value, without unit. */
  public double scaled(double value) {
    return (value - mean) / standardDeviation;
  }
}
