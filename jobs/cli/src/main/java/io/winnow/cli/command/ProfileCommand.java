package io.winnow.cli.command;

import io.winnow.cli.console.CommandResult;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.Failure;
import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.job.FirstLook;
import io.winnow.cli.job.Job;
import io.winnow.cli.job.JobContext;
import io.winnow.cli.job.JobRunner;
import io.winnow.cli.plan.Planner;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From a raw table to what it is like. */
@Command(
    name = "profile",
    description = "Shows what a table is like, holds it against its checks and suggests a schema.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow profile --source customers.csv --root target/look",
      "  winnow profile --source 'in/*.csv' --set 'source.options.delimiter=\";\"' --label churned --root look",
      "  winnow profile --config conf/examples/demo.yaml --interval 2026-11-22",
      "",
      "With --source nothing is known of the table: types, keys and missing markers are inferred, and",
      "ROOT/profile/TABLE/ receives index.html, profile.json and schema.yaml, a table schema for",
      "prepare once a column has role label. With --config the same goes into a new run, and a check",
      "of severity error that is not held ends the command with exit status 3."
    })
public final class ProfileCommand implements Callable<Integer>, EndsRun {
  private final Console console;
  private final SparkSessionSource spark;
  private final JobRunner runner;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "With --source: as source.format; the same as --set source.format=FORMAT.")
  private @Nullable String format;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "With --source: name of the table; default: made of the path.")
  private @Nullable String table;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "With --source: the column to predict; gets role label.")
  private @Nullable String label;

  @Option(
      names = "--root",
      paramLabel = "URI",
      description = "Folder that is written to; the same as --set root=URI. --source needs it.")
  private @Nullable String root;

  @Option(
      names = "--interval",
      paramLabel = "ID",
      defaultValue = PipelineOptions.DEFAULT_INTERVAL,
      description = "With --config: what the run is for, such as a date; default ${DEFAULT-VALUE}.")
  private String interval = PipelineOptions.DEFAULT_INTERVAL;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Overrides a key of the pipeline file; with --source, of its sections source and profile;"
              + " may be repeated.")
  private List<String> settings = List.of();

  @Option(
      names = "--dry-run",
      description = "With --config: checks configuration, table and root, and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the result is printed to stdout; default ${DEFAULT-VALUE}.")
  private OutputFormat output = OutputFormat.TEXT;

  /** A command that prints to a console. */
  public ProfileCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
    this.runner = new JobRunner(new JobContext(console, spark));
  }

  /** What is profiled. */
  private static final class Subject {
    @Option(
        names = "--config",
        required = true,
        paramLabel = "FILE",
        description = "Pipeline file; its table is profiled by its schema.")
    @Nullable Path config;

    @Option(
        names = "--source",
        required = true,
        paramLabel = "PATH",
        description = "File, folder or glob of a table that has no schema yet.")
    @Nullable String source;
  }

  @Override
  public Integer call() {
    if (subject.source != null) {
      firstLook(subject.source);
    } else {
      run(subject.config == null ? Path.of("") : subject.config);
    }
    return ExitCode.DONE.code();
  }

  @Override
  public CommandResult result(Failure failure) {
    return runner.result(failure);
  }

  private void firstLook(String source) {
    if (root == null) {
      throw WinnowException.usage(
          "--source '%s': needs --root, a folder to write to".formatted(source));
    }
    List<String> all = new ArrayList<>(settings);
    if (format != null) {
      all.add("source.format=" + format);
    }
    PipelineConfig config = ConfigLoader.loadSource(source, all);
    FirstLook look =
        FirstLook.at(spark, config, root, table == null ? tableName(source) : table, label);
    console.result(output == OutputFormat.JSON ? look.json() : look.text());
  }

  private void run(Path file) {
    if (format != null || label != null || table != null) {
      throw WinnowException.usage(
          "--format, --label and --table are for --source; a pipeline file has its own");
    }
    LoadedConfig config = PipelineOptions.load(file, interval, settings, root);
    if (dryRun) {
      var plan = new Planner(spark).plan(Job.PROFILE, config, interval);
      console.result(output == OutputFormat.JSON ? plan.json() : plan.text());
      return;
    }
    Manifest manifest = runner.run(Job.PROFILE, config, interval, null);
    if (output == OutputFormat.JSON) {
      console.result(runner.result().json());
    } else {
      ClosingLines.of(manifest, runner.result()).forEach(console::result);
    }
  }

  /** The last part of a path without its extensions, with other signs than those of names as _. */
  private static String tableName(String source) {
    String path = source.replaceAll("/+$", "");
    String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(?<=.)\\..*$", "");
    String name = file.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^_+|_+$", "");
    return name.isEmpty() ? "table" : name;
  }
}
