package io.winnow.cli.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.cli.runs.RunSummary.Measured;
import io.winnow.core.config.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs, for people and as one document. */
public record RunList(String root, List<RunSummary> runs) implements Answer {
  /** One line for each run. */
  @Override
  public String text() {
    if (runs.isEmpty()) {
      return "no runs below " + root;
    }
    int width = runs.stream().mapToInt(run -> run.id().length()).max().orElse(0);
    String row = "%s %-" + width + "s  %-10s  %12s  %-26s  %s";
    List<String> lines = new ArrayList<>();
    lines.add(row.formatted(" ", "run", "status", "rows", "metric", "ended"));
    for (RunSummary run : runs) {
      lines.add(
          row.formatted(
              run.current() ? "*" : " ",
              run.id(),
              run.status(),
              run.rows() == null ? "" : String.format(Locale.ROOT, "%,d", run.rows()),
              metric(run.metric()),
              run.finishedAt() == null ? "" : run.finishedAt()));
    }
    return String.join("\n", lines.stream().map(String::stripTrailing).toList());
  }

  @Override
  public String json() {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("schemaVersion", 1).put("root", root);
    document.set("runs", Json.MAPPER.valueToTree(runs));
    return document.toString();
  }

  static String metric(@Nullable Measured metric) {
    return metric == null
        ? ""
        : String.format(Locale.ROOT, "%s %s %.4f", metric.split(), metric.name(), metric.value());
  }
}
