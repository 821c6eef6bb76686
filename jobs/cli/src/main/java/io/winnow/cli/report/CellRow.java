package io.winnow.cli.report;

import io.winnow.core.manifest.FeatureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done to the cells of one column.
 *
 * @param replaced outliers replaced or made missing
 * @param deleted cells whose row was left out, as an outlier or missing
 */
public record CellRow(
    String column,
    long imputed,
    long clipped,
    long replaced,
    long deleted,
    long rare,
    long unseen) {

  /** The columns that anything was done to. */
  static List<CellRow> of(FeatureReport features) {
    SortedSet<String> columns = new TreeSet<>();
    Stream.of(
            features.imputed(),
            features.clipped(),
            known(features.replaced()),
            known(features.setMissing()),
            features.outliers(),
            known(features.dropped()),
            known(features.rare()),
            features.unseen())
        .flatMap(counts -> counts.entrySet().stream())
        .filter(count -> count.getValue() > 0)
        .forEach(count -> columns.add(count.getKey()));
    List<CellRow> rows = new ArrayList<>();
    for (String column : columns) {
      rows.add(
          new CellRow(
              column,
              cells(column, features.imputed()),
              cells(column, features.clipped()),
              cells(column, features.replaced()) + cells(column, features.setMissing()),
              cells(column, features.outliers()) + cells(column, features.dropped()),
              cells(column, features.rare()),
              cells(column, features.unseen())));
    }
    return rows;
  }

  /** Manifests of older runs lack some counts. */
  private static Map<String, Long> known(@Nullable Map<String, Long> counts) {
    return counts == null ? Map.of() : counts;
  }

  private static long cells(String column, @Nullable Map<String, Long> counts) {
    return known(counts).getOrDefault(column, 0L);
  }
}
