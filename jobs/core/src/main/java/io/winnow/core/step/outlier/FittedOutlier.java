package io.winnow.core.step.outlier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.winnow.core.step.outlier.OutlierConfig.ColumnOutliers;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Fences of one column, from its observed train values and in its own unit. A value on a fence is
 * inside.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FittedOutlier.Iqr.class, name = "iqr"),
  @JsonSubTypes.Type(value = FittedOutlier.ZScore.class, name = "zScore"),
  @JsonSubTypes.Type(value = FittedOutlier.ModifiedZScore.class, name = "modifiedZScore")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface FittedOutlier extends Serializable
    permits FittedOutlier.Iqr, FittedOutlier.ZScore, FittedOutlier.ModifiedZScore {

  /** The rule behind the fences. */
  OutlierRule rule();

  /** What happens to a value outside. */
  OutlierAction action();

  /** The least value inside. */
  double lower();

  /** The greatest value inside. */
  double upper();

  /** What a value outside becomes: the train median for the action replace, else null. */
  @Nullable Double replacement();

  /**
   * Tukey 1977: {@code q1 - k * (q3 - q1)} and {@code q3 + k * (q3 - q1)}.
   *
   * @param q1 lower quartile, by linear interpolation
   * @param q3 upper quartile, likewise
   */
  record Iqr(
      double k,
      OutlierAction action,
      double q1,
      double q3,
      double lower,
      double upper,
      @Nullable Double replacement)
      implements FittedOutlier {
    static Iqr of(ColumnOutliers config, double q1, double q3, @Nullable Double replacement) {
      double reach = config.k() * (q3 - q1);
      return new Iqr(config.k(), config.action(), q1, q3, q1 - reach, q3 + reach, replacement);
    }

    @Override
    public OutlierRule rule() {
      return OutlierRule.IQR;
    }
  }

  /**
   * {@code mean - k * standardDeviation} and {@code mean + k * standardDeviation}.
   *
   * @param standardDeviation of the values themselves: delta degrees of freedom 0
   */
  record ZScore(
      double k,
      OutlierAction action,
      double mean,
      double standardDeviation,
      double lower,
      double upper,
      @Nullable Double replacement)
      implements FittedOutlier {
    static ZScore of(
        ColumnOutliers config, double mean, double deviation, @Nullable Double replacement) {
      double reach = config.k() * deviation;
      return new ZScore(
          config.k(), config.action(), mean, deviation, mean - reach, mean + reach, replacement);
    }

    @Override
    public OutlierRule rule() {
      return OutlierRule.Z_SCORE;
    }
  }

  /**
   * B. Iglewicz and D. Hoaglin, <i>How to Detect and Handle Outliers</i>, 1993: a value is an
   * outlier when its modified z-score {@code 0.6745 * |x - median| / mad} is above k, so the fences
   * are {@code median - k * mad / 0.6745} and {@code median + k * mad / 0.6745}.
   *
   * @param mad median absolute deviation: the median of {@code |x - median|}
   */
  record ModifiedZScore(
      double k,
      OutlierAction action,
      double median,
      double mad,
      double lower,
      double upper,
      @Nullable Double replacement)
      implements FittedOutlier {
    /** The upper quartile of the standard normal distribution, as the authors round it. */
    private static final double NORMAL_QUARTILE = 0.6745;

    static ModifiedZScore of(
        ColumnOutliers config, double median, double mad, @Nullable Double replacement) {
      double reach = config.k() * mad / NORMAL_QUARTILE;
      return new ModifiedZScore(
          config.k(), config.action(), median, mad, median - reach, median + reach, replacement);
    }

    @Override
    public OutlierRule rule() {
      return OutlierRule.MODIFIED_Z_SCORE;
    }
  }
}
