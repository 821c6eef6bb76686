package io.winnow.cli.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.manifest.GateReport;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One run with its manifest. */
public record RunDetails(RunSummary run, Manifest manifest) implements Answer {

  /** What somebody on call wants to know. */
  @Override
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("run       " + run.id() + (run.current() ? " (current)" : ""));
    lines.add("status    " + run.status() + exit());
    if (manifest.error() != null) {
      lines.add("error     " + manifest.error().message());
    }
    lines.add("begun     " + manifest.run().startedAt());
    if (manifest.run().finishedAt() != null) {
      lines.add("ended     " + manifest.run().finishedAt());
    }
    if (manifest.rows() != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "rows      %,d read, %,d rejected, %,d prepared",
              manifest.rows().read(),
              manifest.rows().rejected(),
              manifest.rows().prepared()));
    }
    if (run.metric() != null) {
      lines.add("metric    " + RunList.metric(run.metric()));
    }
    manifest
        .stages()
        .forEach(
            stage ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "stage     %-10s %,12d rows -> %,12d  %8.1f s",
                        stage.name(),
                        stage.rowsIn(),
                        stage.rowsOut(),
                        stage.seconds())));
    manifest.gates().stream().map(RunDetails::line).forEach(lines::add);
    manifest.warnings().stream().map(RunDetails::line).forEach(lines::add);
    lines.add("folder    " + run.path());
    return String.join("\n", lines);
  }

  /** The summary, and the manifest as it is. */
  @Override
  public String json() {
    try {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("schemaVersion", 1);
      document.set("run", Json.MAPPER.valueToTree(run));
      document.set("manifest", Json.MAPPER.readTree(manifest.toJson()));
      return document.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String exit() {
    return run.exitCode() == null ? "" : ", exit code " + run.exitCode();
  }

  private static String line(GateReport gate) {
    return String.format(
        Locale.ROOT,
        "gate      %s %s%s%s: %s",
        gate.name(),
        gate.value() == null ? "not defined" : String.format(Locale.ROOT, "%.4f", gate.value()),
        gate.min() == null ? "" : ", at least " + gate.min(),
        gate.max() == null ? "" : ", at most " + gate.max(),
        gate.passed() ? "passed" : "refused");
  }

  private static String line(Warning warning) {
    return "warning   %s: %s".formatted(warning.code(), warning.message());
  }
}
