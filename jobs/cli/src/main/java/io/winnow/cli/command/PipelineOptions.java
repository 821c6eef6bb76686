package io.winnow.cli.command;

import io.winnow.cli.console.OutputFormat;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.failure.WinnowException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that works on a pipeline takes. */
final class PipelineOptions {
  static final String DEFAULT_INTERVAL = ConfigLoader.MANUAL;

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.-]{0,99}";

  @Option(names = "--config", required = true, paramLabel = "FILE", description = "Pipeline file.")
  Path config = Path.of("");

  @Option(
      names = "--root",
      paramLabel = "URI",
      description = "Folder that holds runs/ and current/; the same as --set root=URI.")
  @Nullable String root;

  @Option(
      names = "--interval",
      paramLabel = "ID",
      defaultValue = DEFAULT_INTERVAL,
      description = "What the run is for, such as a date; default ${DEFAULT-VALUE}.")
  String interval = DEFAULT_INTERVAL;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Overrides a key of the pipeline file; may be repeated.")
  List<String> settings = List.of();

  @Option(
      names = "--dry-run",
      description = "Checks configuration, table and root, prints the plan, and writes nothing.")
  boolean dryRun;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the result is printed to stdout; default ${DEFAULT-VALUE}.")
  OutputFormat output = OutputFormat.TEXT;

  /**
   * The pipeline file with its settings; {@code --root} goes last, so that it wins.
   *
   * @param runId of the run to go on with, whose interval counts then, or null
   */
  LoadedConfig load(@Nullable String runId) {
    String[] parts = runId == null ? new String[0] : runId.split("/", -1);
    return load(config, parts.length == 3 ? parts[1] : interval, settings, root);
  }

  /** The same with options that another command has. */
  static LoadedConfig load(
      Path config, String interval, List<String> settings, @Nullable String root) {
    if (!interval.matches(NAME)) {
      throw WinnowException.usage(
          "--interval '%s': not a name; use letters, digits, '_', '.' and '-'".formatted(interval));
    }
    List<String> all = new ArrayList<>(settings);
    if (root != null) {
      all.add("root=" + root);
    }
    return ConfigLoader.load(config, all, interval);
  }
}
