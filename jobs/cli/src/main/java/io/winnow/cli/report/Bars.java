package io.winnow.cli.report;

import io.winnow.core.manifest.RowCounts;
import io.winnow.core.manifest.StageReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** How long the stages took, in seconds. */
  static List<Bar> seconds(List<StageReport> stages) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    stages.forEach(stage -> seconds.merge(stage.name(), stage.seconds(), Double::sum));
    double whole = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    return of(seconds, whole);
  }

  private static List<Bar> of(Map<String, Double> values, double whole) {
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
