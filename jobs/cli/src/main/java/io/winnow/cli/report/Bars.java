package io.winnow.cli.report;

import io.winnow.core.manifest.RowCounts;
import io.winnow.core.manifest.SplitReport;
import io.winnow.core.manifest.StageReport;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.LayerEstimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The charts of bars. */
final class Bars {
  private Bars() {}

  /** Where the rows went, in the order in which they go; kinds without rows are left out. */
  static List<Bar> rows(RowCounts rows) {
    Map<String, Double> kinds = new LinkedHashMap<>();
    kinds.put("read", (double) rows.read());
    kinds.put("rejected", (double) rows.rejected());
    kinds.put("exact duplicates", (double) rows.exactDuplicates());
    kinds.put("near duplicates", (double) rows.nearDuplicates());
    kinds.put("without a label", (double) rows.unlabelled());
    kinds.put("filtered", (double) rows.filtered());
    kinds.put("dropped, a cell is missing", (double) rows.droppedMissing());
    kinds.put("deleted as outliers", (double) rows.outliersDeleted());
    kinds.put("prepared", (double) rows.prepared());
    kinds.values().removeIf(count -> count == 0);
    return of(kinds, (double) rows.read());
  }

  /** The classes over all splits. */
  static List<Bar> classes(SplitReport split) {
    Map<String, Double> rows = new TreeMap<>();
    split
        .classes()
        .values()
        .forEach(
            classes -> classes.forEach((name, n) -> rows.merge(name, (double) n, Double::sum)));
    return of(rows, rows.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /** What each layer takes of the memory of a worker in training, in bytes. */
  static List<Bar> memory(Estimate estimate) {
    Map<String, Double> bytes = new LinkedHashMap<>();
    for (LayerEstimate layer : estimate.layers()) {
      bytes.put(layer.name(), (double) layer.trainingElements() * estimate.dtype().bytes());
    }
    return of(bytes, bytes.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /** How long the stages took, in seconds. */
  static List<Bar> seconds(List<StageReport> stages) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    stages.forEach(stage -> seconds.merge(stage.name(), stage.seconds(), Double::sum));
    double whole = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    return of(seconds, whole);
  }

  /**
   * Values by name.
   *
   * @param whole what shares are of
   */
  static List<Bar> of(Map<String, Double> values, double whole) {
    double longest = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return values.entrySet().stream()
        .map(
            entry ->
                new Bar(
                    entry.getKey(),
                    entry.getValue(),
                    longest == 0 ? 0 : 100 * entry.getValue() / longest,
                    whole == 0 ? 0 : entry.getValue() / whole))
        .toList();
  }
}
