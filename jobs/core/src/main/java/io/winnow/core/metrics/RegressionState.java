package io.winnow.core.metrics;

import io.winnow.core.statistics.ExactSum;
import io.winnow.core.statistics.Moments;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Mergeable state from which the metrics of a regression are read.
 *
 * <p>The errors, each rounded once as a difference of doubles, are summed exactly, so the metrics
 * are the same bits for any partitioning and order of the rows.
 */
public final class RegressionState implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final Moments actuals = new Moments();
  private final ExactSum absoluteErrors = new ExactSum();
  private final ExactSum squaredErrors = new ExactSum();

  /**
   * Adds one row.
   *
   * @throws IllegalArgumentException if a value or their difference is NaN or infinite
   */
  public void add(double actual, double predicted) {
    double error = predicted - actual;
    if (!Double.isFinite(error)) {
      throw new IllegalArgumentException(
          "cannot measure a prediction of %s for the actual value %s".formatted(predicted, actual));
    }
    actuals.add(actual);
    absoluteErrors.add(Math.abs(error));
    squaredErrors.addSquare(error);
  }

  /** Adds all rows of the other; the other one is left as it is. */
  public void merge(RegressionState other) {
    actuals.merge(other.actuals);
    absoluteErrors.merge(other.absoluteErrors);
    squaredErrors.merge(other.squaredErrors);
  }

  /**
   * The metrics of the rows added so far.
   *
   * @throws IllegalStateException if there are none
   */
  public RegressionMetrics metrics() {
    long rows = actuals.count();
    if (rows == 0) {
      throw new IllegalStateException("there are no rows to measure the regression on");
    }
    double mse = squaredErrors.mean(rows);
    return new RegressionMetrics(rows, mse, Math.sqrt(mse), absoluteErrors.mean(rows), r2(mse));
  }

  private @Nullable Double r2(double mse) {
    if (actuals.count() == 1) {
      return null;
    }
    double variance = actuals.variance(0);
    if (variance == 0) {
      return mse == 0 ? 1.0 : 0.0;
    }
    return 1 - mse / variance;
  }
}
