package io.winnow.core.metrics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The figures that a gate, a schedule or early stopping can watch. */
public enum Metric {
  /** Share of the rows whose class was predicted. */
  ACCURACY("accuracy", Direction.HIGHER_IS_BETTER, Task.CLASSIFICATION),
  /** Area under the receiver operating characteristic. */
  ROC_AUC("rocAuc", Direction.HIGHER_IS_BETTER, Task.CLASSIFICATION),
  /** Mean negative logarithm of the probability given to the actual class. */
  LOG_LOSS("logLoss", Direction.LOWER_IS_BETTER, Task.CLASSIFICATION),
  /** F1, averaged over the classes. */
  F1_MACRO("f1Macro", Direction.HIGHER_IS_BETTER, Task.CLASSIFICATION),
  /** Precision, averaged over the classes. */
  PRECISION_MACRO("precisionMacro", Direction.HIGHER_IS_BETTER, Task.CLASSIFICATION),
  /** Recall, averaged over the classes. */
  RECALL_MACRO("recallMacro", Direction.HIGHER_IS_BETTER, Task.CLASSIFICATION),
  /** F1, averaged over the classes by their number of rows. */
  F1_WEIGHTED("f1Weighted", Direction.HIGHER_IS_BETTER, Task.CLASSIFICATION),
  /** Recall, averaged over the classes that have rows. */
  BALANCED_ACCURACY("balancedAccuracy", Direction.HIGHER_IS_BETTER, Task.CLASSIFICATION),
  /** Mean squared error. */
  MSE("mse", Direction.LOWER_IS_BETTER, Task.REGRESSION),
  /** Root of the mean squared error. */
  RMSE("rmse", Direction.LOWER_IS_BETTER, Task.REGRESSION),
  /** Mean absolute error. */
  MAE("mae", Direction.LOWER_IS_BETTER, Task.REGRESSION),
  /** Coefficient of determination. */
  R2("r2", Direction.HIGHER_IS_BETTER, Task.REGRESSION);

  private final String key;
  private final Direction direction;
  private final Task task;

  Metric(String key, Direction direction, Task task) {
    this.key = key;
    this.direction = direction;
    this.task = task;
  }

  /** The name in configuration and manifest. */
  @JsonValue
  public String key() {
    return key;
  }

  /** In which direction it improves. */
  public Direction direction() {
    return direction;
  }

  /** What it measures. */
  public Task task() {
    return task;
  }

  /**
   * The metric of this name.
   *
   * @throws IllegalArgumentException naming the metrics there are
   */
  @JsonCreator
  public static Metric ofKey(String key) {
    return Arrays.stream(values())
        .filter(metric -> metric.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(key)));
  }

  private static String unknown(String key) {
    return Arrays.stream(values())
        .map(Metric::key)
        .collect(Collectors.joining(", ", "unknown metric '" + key + "'; use one of ", ""));
  }
}
