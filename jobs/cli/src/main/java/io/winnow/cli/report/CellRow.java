package io.winnow.cli.report;

import io.winnow.core.manifest.FeatureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was done to the cells of one column. */
public record CellRow(String column, long imputed, long clipped, long deleted, long unseen) {

  /** The columns that anything was done to. */
  static List<CellRow> of(FeatureReport features) {
    SortedSet<String> columns = new TreeSet<>();
    for (Map<String, Long> counts :
        List.of(features.imputed(), features.clipped(), features.outliers(), features.unseen())) {
      counts.forEach(
          (column, count) -> {
            if (count > 0) {
              columns.add(column);
            }
          });
    }
    List<CellRow> rows = new ArrayList<>();
    for (String column : columns) {
      rows.add(
          new CellRow(
              column,
              features.imputed().getOrDefault(column, 0L),
              features.clipped().getOrDefault(column, 0L),
              features.outliers().getOrDefault(column, 0L),
              features.unseen().getOrDefault(column, 0L)));
    }
    return rows;
  }
}
