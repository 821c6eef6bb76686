package io.winnow.core.step.scale;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;

/**
 * How one column is scaled. Statistics are those of train after outliers were treated and missing
 * cells filled, in the column's own unit; a scaled value has none. What would be divided by 0 is
 * divided by 1.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "strategy")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FittedScale.Standard.class, name = "standard"),
  @JsonSubTypes.Type(value = FittedScale.MinMax.class, name = "minMax"),
  @JsonSubTypes.Type(value = FittedScale.Robust.class, name = "robust"),
  @JsonSubTypes.Type(value = FittedScale.Log.class, name = "log"),
  @JsonSubTypes.Type(value = FittedScale.None.class, name = "none")
})
public sealed interface FittedScale extends Serializable
    permits FittedScale.Standard,
        FittedScale.MinMax,
        FittedScale.Robust,
        FittedScale.Log,
        FittedScale.None {

  /** The scaled value. */
  double scaled(double value);

  /**
   * {@code (x - mean) / standardDeviation}.
   *
   * @param standardDeviation 1 for a constant column
   */
  record Standard(double mean, double standardDeviation) implements FittedScale {
    @Override
    public double scaled(double value) {
      return (value - mean) / standardDeviation;
    }
  }

  /** {@code (x - min) / (max - min)}; values that train does not reach lie outside [0, 1]. */
  record MinMax(double min, double max) implements FittedScale {
    @Override
    public double scaled(double value) {
      return (value - min) / (max == min ? 1 : max - min);
    }
  }

  /** {@code (x - median) / (q3 - q1)}, with exact quantiles by linear interpolation. */
  record Robust(double median, double q1, double q3) implements FittedScale {
    @Override
    public double scaled(double value) {
      return (value - median) / (q3 == q1 ? 1 : q3 - q1);
    }
  }

  /**
   * {@code (y - mean) / standardDeviation} of {@code y = sign(x) * log(1 + |x|)}, the signed
   * logarithm, which takes zeros and negative numbers too.
   *
   * @param mean of y
   * @param standardDeviation of y; 1 for a constant column
   */
  record Log(double mean, double standardDeviation) implements FittedScale {
    @Override
    public double scaled(double value) {
      return (signedLog(value) - mean) / standardDeviation;
    }

    /** The same bits on every machine, which Math.log1p does not promise. */
    static double signedLog(double value) {
      return Math.copySign(StrictMath.log1p(Math.abs(value)), value);
    }
  }

  /** The value itself. */
  @JsonIgnoreProperties({"mean", "standardDeviation"}) // Files of the first release have them.
  record None() implements FittedScale {
    @Override
    public double scaled(double value) {
      return value;
    }
  }
}
