package io.winnow.cli.report;

import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.RowCounts;
import io.winnow.core.profile.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The columns with missing cells. */
final class MissingCells {
  private MissingCells() {}

  /**
   * From the profile of the raw table where there is one; else those cells that were filled, or
   * that made their row be left out.
   */
  static List<Bar> of(Manifest manifest, @Nullable Profile profile) {
    if (profile != null) {
      Map<String, Long> cells = new TreeMap<>();
      profile.columns().forEach(column -> cells.put(column.name(), column.missing()));
      return bars(cells, profile.rows().accepted());
    }
    RowCounts rows = manifest.rows();
    if (manifest.features() == null || rows == null) {
      return List.of();
    }
    Map<String, Long> cells = new TreeMap<>(manifest.features().imputed());
    Map<String, Long> dropped = manifest.features().dropped();
    if (dropped != null) {
      dropped.forEach((column, count) -> cells.merge(column, count, Long::sum));
    }
    return bars(cells, rows.prepared() + rows.droppedMissing());
  }

  /** The most cells first, and of equal ones by name. */
  private static List<Bar> bars(Map<String, Long> cells, long rows) {
    Map<String, Double> ordered = new LinkedHashMap<>();
    cells.entrySet().stream()
        .filter(cell -> cell.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(cell -> ordered.put(cell.getKey(), (double) cell.getValue()));
    return Bars.of(ordered, (double) rows);
  }
}
