package io.winnow.core.step.outlier;

import io.winnow.core.scan.MomentsState;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.scan.QuantileScan.Learnt;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.Moments;
import io.winnow.core.step.outlier.OutlierConfig.ColumnOutliers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the rules need to know of the observed train values. Quartiles, medians and moments of all
 * columns share two or three scans; deviations from medians take as many again where a column asks
 * for them.
 *
 * @param quantiles as {@link #probabilities} has them; a column without a value is absent
 * @param moments of columns with the rule z-score
 * @param deviations median absolute deviations, of columns with the rule modified z-score
 */
record OutlierStatistics(
    Map<String, List<Double>> quantiles,
    Map<String, Moments> moments,
    Map<String, Double> deviations) {

  static OutlierStatistics of(Map<String, ColumnOutliers> columns, TrainRows train) {
    List<String> ranked =
        columns.keySet().stream().filter(name -> probabilities(columns, name).length > 0).toList();
    List<String> scored = withRule(columns, OutlierRule.Z_SCORE);
    Learnt<MomentsState> learnt =
        QuantileScan.quantiles(
            train.rows(),
            indices(train, ranked),
            ranked.stream().map(name -> probabilities(columns, name)).toArray(double[][]::new),
            new MomentsState(train.layout(), scored));
    Map<String, List<Double>> quantiles = byName(ranked, learnt.quantiles());
    Map<String, Moments> moments = new HashMap<>();
    for (int i = 0; i < scored.size(); i++) {
      moments.put(scored.get(i), learnt.state().moments(i));
    }
    Map<String, Double> medians = new TreeMap<>();
    for (String name : withRule(columns, OutlierRule.MODIFIED_Z_SCORE)) {
      if (quantiles.containsKey(name)) {
        medians.put(name, quantiles.getOrDefault(name, List.of()).get(0));
      }
    }
    return new OutlierStatistics(quantiles, moments, deviations(medians, train));
  }

  private static Map<String, Double> deviations(Map<String, Double> medians, TrainRows train) {
    List<String> names = List.copyOf(medians.keySet());
    int[] indices = indices(train, names);
    double[] centers = medians.values().stream().mapToDouble(Double::doubleValue).toArray();
    TrainRows apart = train.after(new DeviationStep(indices, centers));
    Map<String, Double> deviations = new HashMap<>();
    byName(names, QuantileScan.quantiles(apart.rows(), indices, 0.5))
        .forEach((name, found) -> deviations.put(name, found.get(0)));
    return deviations;
  }

  /** Quartiles first, then the median. */
  private static double[] probabilities(Map<String, ColumnOutliers> columns, String name) {
    ColumnOutliers column = columns.get(name);
    if (column == null) {
      return new double[0];
    }
    boolean replaces = column.action() == OutlierAction.REPLACE;
    return switch (column.rule()) {
      case IQR -> replaces ? new double[] {0.25, 0.75, 0.5} : new double[] {0.25, 0.75};
      case Z_SCORE -> replaces ? new double[] {0.5} : new double[0];
      case MODIFIED_Z_SCORE -> new double[] {0.5};
    };
  }

  private static List<String> withRule(Map<String, ColumnOutliers> columns, OutlierRule rule) {
    return columns.entrySet().stream()
        .filter(column -> column.getValue().rule() == rule)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int[] indices(TrainRows train, List<String> names) {
    return names.stream().mapToInt(train.layout()::number).toArray();
  }

  private static Map<String, List<Double>> byName(List<String> names, List<double[]> quantiles) {
    Map<String, List<Double>> byName = new TreeMap<>();
    IntStream.range(0, names.size())
        .filter(i -> quantiles.get(i).length > 0)
        .forEach(i -> byName.put(names.get(i), DoubleStream.of(quantiles.get(i)).boxed().toList()));
    return byName;
  }
}
