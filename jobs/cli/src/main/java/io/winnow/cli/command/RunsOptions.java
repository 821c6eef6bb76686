package io.winnow.cli.command;

import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.runs.RunCatalogue;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.store.RunStore;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs, and how they are shown. */
final class RunsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Pipeline file, whose root and pipeline count unless they are given.")
  private @Nullable Path config;

  @Option(
      names = "--root",
      paramLabel = "URI",
      description = "Folder that holds runs/ and current/.")
  private @Nullable String root;

  @Option(names = "--pipeline", paramLabel = "NAME", description = "Name of the pipeline.")
  private @Nullable String pipeline;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the result is printed to stdout; default ${DEFAULT-VALUE}.")
  private OutputFormat output = OutputFormat.TEXT;

  /**
   * What was asked for.
   *
   * @param pipeline null for any
   */
  record Asked(String root, @Nullable String pipeline, RunCatalogue catalogue) {}

  Asked open(Configuration hadoop) {
    String asked = root;
    String named = pipeline;
    if (config != null) {
      List<String> settings = root == null ? List.of() : List.of("root=" + root);
      var declared = ConfigLoader.load(config, settings).pipeline();
      asked = declared.root();
      named = pipeline == null ? declared.pipeline() : pipeline;
    }
    if (asked == null) {
      throw WinnowException.usage("--root is needed: the folder that holds runs/; or --config");
    }
    return new Asked(asked, named, new RunCatalogue(RunStore.open(asked, hadoop)));
  }

  boolean isJson() {
    return output == OutputFormat.JSON;
  }
}
