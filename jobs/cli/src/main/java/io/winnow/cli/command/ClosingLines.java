package io.winnow.cli.command;

import io.winnow.cli.console.CommandResult;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.TestMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a command on a run prints last: where it is, and how good. */
final class ClosingLines {
  private ClosingLines() {}

  static List<String> of(Manifest manifest, CommandResult result) {
    List<String> lines = new ArrayList<>();
    String file = String.valueOf(result.manifest());
    lines.add("run: " + file.substring(0, Math.max(0, file.lastIndexOf('/'))));
    lines.add("manifest: " + file);
    MetricsReport metrics = manifest.metrics();
    if (metrics != null && metrics.test() != null) {
      lines.add("test " + figure(metrics.test()));
    } else if (metrics != null && metrics.validation() != null) {
      lines.add("validation " + figure(metrics.validation()));
    }
    return lines;
  }

  private static String figure(TestMetrics metrics) {
    return metrics.accuracy() == null
        ? String.format(Locale.ROOT, "rmse: %.4f", metrics.rmse())
        : String.format(Locale.ROOT, "accuracy: %.4f", metrics.accuracy());
  }
}
