package io.winnow.cli.bench;

import io.winnow.core.metrics.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real table, the example pipeline for it, and what its models must reach on the given split.
 *
 * @param name of the comparison
 * @param example file name of the pipeline, without its ending
 * @param table file of the rows
 * @param split file that says which row is train, validation or test
 * @param compared what two workers and one machine are compared by
 * @param within by how much two workers may be worse: points of a share, or a share of an error
 * @param bounds what the mean of two workers must keep
 */
record QualityTable(
    String name,
    String example,
    String table,
    String split,
    Metric compared,
    double within,
    List<Bound> bounds) {

  static final List<QualityTable> ALL =
      List.of(
          classes(
              "adult",
              "adult",
              "adult.csv.gz",
              "adult.csv.gz",
              0.005,
              new Bound(Metric.ACCURACY, 0.862),
              new Bound(Metric.ROC_AUC, 0.915)),
          classes(
              "kdd99",
              "kdd99",
              "kddcup99_10pct.csv.gz",
              "kdd99_binary_dedup.csv.gz",
              0.005,
              new Bound(Metric.ACCURACY, 0.998)),
          classes("digits", "digits8x8", "digits8x8.csv.gz", "digits8x8.csv.gz", 0.02),
          number(
              "california",
              "california-housing",
              "california_housing.csv.gz",
              "california_housing.csv.gz",
              51_500),
          number("beijing", "beijing-pm25", "beijing_pm25.csv.gz", "beijing_pm25.csv.gz", 49.4),
          classes(
              "mnist-mlp",
              "mnist-a-dense",
              "mnist_a_30000.csv.gz",
              "mnist_a.csv.gz",
              0.005,
              new Bound(Metric.ACCURACY, 0.960)),
          classes(
              "mnist-lenet",
              "mnist-a",
              "mnist_a_30000.csv.gz",
              "mnist_a.csv.gz",
              0.005,
              new Bound(Metric.ACCURACY, 0.982)));

  /** The least, or of an error the greatest, that a metric may be. */
  record Bound(Metric metric, double value) {
    boolean isKept(double mean) {
      return switch (metric.direction()) {
        case HIGHER_IS_BETTER -> mean >= value;
        case LOWER_IS_BETTER -> mean <= value;
      };
    }
  }

  private static QualityTable classes(
      String name, String example, String table, String split, double within, Bound... bounds) {
    return new QualityTable(name, example, table, split, Metric.ACCURACY, within, List.of(bounds));
  }

  private static QualityTable number(
      String name, String example, String table, String split, double rmse) {
    return new QualityTable(
        name, example, table, split, Metric.RMSE, 0.02, List.of(new Bound(Metric.RMSE, rmse)));
  }

  /** By how much two workers are worse than one machine, measured as {@code within} is. */
  double loss(double oneMachine, double twoWorkers) {
    return switch (compared.direction()) {
      case HIGHER_IS_BETTER -> oneMachine - twoWorkers;
      case LOWER_IS_BETTER -> twoWorkers / oneMachine - 1;
    };
  }

  /** What is compared, and what has a bound. */
  List<Metric> metrics() {
    return Stream.concat(Stream.of(compared), bounds.stream().map(Bound::metric))
        .distinct()
        .toList();
  }

  static Optional<QualityTable> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
