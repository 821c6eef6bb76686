package io.winnow.core.step.outlier;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.Moments;
import io.winnow.core.step.outlier.OutlierConfig.ColumnOutliers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fences on observed train values, before anything is imputed, so that imputed mass does
 * not shrink the spread. Quantiles are exact and need more than one scan, so there is no mergeable
 * state of a single pass here.
 */
public final class OutlierFitter {
  private final OutlierConfig config;
  private final OutlierStatistics statistics;
  private final List<Warning> warnings;

  private OutlierFitter(
      OutlierConfig config, OutlierStatistics statistics, List<Warning> warnings) {
    this.config = config;
    this.statistics = statistics;
    this.warnings = warnings;
  }

  /**
   * Fences by column; a column without spread is absent, with a warning, and so is one without any
   * observed value, which imputation refuses or fills.
   *
   * @throws WinnowException when a column holds infinities
   */
  public static Map<String, FittedOutlier> fit(
      OutlierConfig config, TrainRows train, List<Warning> warnings) {
    Map<String, FittedOutlier> fences = new TreeMap<>();
    if (!config.columns().isEmpty()) {
      Map<String, ColumnOutliers> columns = new TreeMap<>(config.columns());
      OutlierFitter fitter =
          new OutlierFitter(config, OutlierStatistics.of(columns, train), warnings);
      columns.forEach(
          (name, column) -> fitter.fence(name, column).ifPresent(fence -> fences.put(name, fence)));
    }
    return fences;
  }

  private Optional<FittedOutlier> fence(String name, ColumnOutliers column) {
    List<Double> quantiles = statistics.quantiles().getOrDefault(name, List.of());
    for (double quantile : quantiles) {
      requireFinite(name, quantile);
    }
    return switch (column.rule()) {
      case IQR -> quantiles.isEmpty() ? Optional.empty() : iqr(name, column, quantiles);
      case Z_SCORE -> zScore(name, column, statistics.moments().get(name), quantiles);
      case MODIFIED_Z_SCORE -> modified(name, column, statistics.deviations().get(name), quantiles);
    };
  }

  private Optional<FittedOutlier> iqr(String name, ColumnOutliers column, List<Double> quantiles) {
    double q1 = quantiles.get(0);
    double q3 = quantiles.get(1);
    if (q1 == q3 && isSkipped("IQR_ZERO", name, "both quartiles are " + q1)) {
      return Optional.empty();
    }
    return Optional.of(FittedOutlier.Iqr.of(column, q1, q3, replacement(column, quantiles)));
  }

  private Optional<FittedOutlier> zScore(
      String name, ColumnOutliers column, @Nullable Moments moments, List<Double> quantiles) {
    if (moments == null || moments.count() == 0) {
      return Optional.empty();
    }
    double mean = moments.mean();
    double deviation = moments.standardDeviation(0);
    if (deviation == 0
        && isSkipped("DEVIATION_ZERO", name, "every observed value of train is " + mean)) {
      return Optional.empty();
    }
    return Optional.of(
        FittedOutlier.ZScore.of(column, mean, deviation, replacement(column, quantiles)));
  }

  private Optional<FittedOutlier> modified(
      String name, ColumnOutliers column, @Nullable Double deviation, List<Double> quantiles) {
    if (deviation == null) {
      return Optional.empty();
    }
    double median = quantiles.get(0);
    requireFinite(name, deviation);
    if (deviation == 0
        && isSkipped("MAD_ZERO", name, "half of the train values or more are " + median)) {
      return Optional.empty();
    }
    return Optional.of(
        FittedOutlier.ModifiedZScore.of(column, median, deviation, replacement(column, quantiles)));
  }

  private static @Nullable Double replacement(ColumnOutliers column, List<Double> quantiles) {
    return column.action() == OutlierAction.REPLACE ? quantiles.get(quantiles.size() - 1) : null;
  }

  /** Whether a column without spread gets no fences; warns if so. */
  private boolean isSkipped(String code, String name, String why) {
    return switch (config.zeroIqr()) {
      case APPLY -> false;
      case SKIP -> {
        warnings.add(
            new Warning(
                code,
                "column '%s': %s, so it has no fences; set outlier.zeroIqr=apply to treat every other value as an outlier"
                    .formatted(name, why)));
        yield true;
      }
    };
  }

  private static void requireFinite(String name, double statistic) {
    if (!Double.isFinite(statistic)) {
      throw WinnowException.data(
          "column '%s': its spread in train is not finite, so it has no fences; declare infinite cells as missing"
              .formatted(name));
    }
  }
}
