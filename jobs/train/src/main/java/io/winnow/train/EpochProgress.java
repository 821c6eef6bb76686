package io.winnow.train;

import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One epoch that has ended.
 *
 * @param epoch counted from 1
 * @param epochs declared
 * @param trainLoss mean over the epoch's rows, as training went
 * @param validation null without validation rows
 * @param rowsPerSecond trained, validation left out
 * @param secondsLeft until the last declared epoch, at the present pace; NaN where there is none
 *     yet
 */
public record EpochProgress(
    int epoch,
    int epochs,
    double trainLoss,
    @Nullable Metrics validation,
    double rowsPerSecond,
    double secondsLeft) {
  private static final List<Metric> SHOWN =
      List.of(Metric.ACCURACY, Metric.ROC_AUC, Metric.RMSE, Metric.R2);

  /**
   * One line for a terminal, such as {@code epoch 3/20 loss 0.3312 validation accuracy 0.8561
   * rocAuc 0.9071 41,200 rows/s ETA 0:42}.
   */
  public String line() {
    List<String> parts = new ArrayList<>();
    parts.add("epoch %d/%d".formatted(epoch, epochs));
    parts.add("loss " + number(trainLoss));
    if (validation != null) {
      String lead = "validation ";
      for (Metric metric : SHOWN) {
        OptionalDouble value = validation.value(metric);
        if (value.isPresent()) {
          parts.add(lead + metric.key() + " " + number(value.getAsDouble()));
          lead = "";
        }
      }
    }
    parts.add(String.format(Locale.ROOT, "%,.0f rows/s", rowsPerSecond));
    parts.add(timeLeft(secondsLeft));
    return String.join("  ", parts);
  }

  static String timeLeft(double secondsLeft) {
    if (Double.isNaN(secondsLeft)) {
      return "ETA -";
    }
    long seconds = Math.round(secondsLeft);
    return String.format(Locale.ROOT, "ETA %d:%02d", seconds / 60, seconds % 60);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.4f" : "%,.1f", value);
  }
}
