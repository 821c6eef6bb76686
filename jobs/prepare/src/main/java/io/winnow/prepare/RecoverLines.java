package io.winnow.prepare;

import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.RecoverReport.RecoveredColumn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells of each column how well strategies recover its hidden cells. */
final class RecoverLines {
  private RecoverLines() {}

  static List<String> of(@Nullable RecoverReport report) {
    return report == null ? List.of() : report.columns().stream().map(RecoverLines::line).toList();
  }

  private static String line(RecoveredColumn column) {
    String scores =
        column.scores().entrySet().stream()
            .map(score -> String.format(Locale.ROOT, "%s %.4f", score.getKey(), score.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "impute    %s: %s of %,d hidden cells: %s; filled by %s",
        column.column(),
        column.measure(),
        column.cells(),
        scores.isEmpty() ? "none" : scores,
        column.strategy());
  }
}
