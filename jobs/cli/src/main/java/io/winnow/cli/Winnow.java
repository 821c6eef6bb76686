package io.winnow.cli;

import io.winnow.cli.command.CalibrateCommand;
import io.winnow.cli.command.EndsRun;
import io.winnow.cli.command.EstimateCommand;
import io.winnow.cli.command.EvaluateCommand;
import io.winnow.cli.command.PlanCommand;
import io.winnow.cli.command.PrepareCommand;
import io.winnow.cli.command.ProfileCommand;
import io.winnow.cli.command.PublishCommand;
import io.winnow.cli.command.RunCommand;
import io.winnow.cli.command.RunsCommand;
import io.winnow.cli.command.RunsListCommand;
import io.winnow.cli.command.RunsRollbackCommand;
import io.winnow.cli.command.RunsShowCommand;
import io.winnow.cli.command.RunsVerifyCommand;
import io.winnow.cli.command.SampleCommand;
import io.winnow.cli.command.TrainCommand;
import io.winnow.cli.console.Choices;
import io.winnow.cli.console.CommandResult;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.Failure;
import io.winnow.cli.console.LogFormat;
import io.winnow.cli.console.OutputFormat;
import io.winnow.cli.spark.OwnSparkSession;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.redact.KnownSecrets;
import io.winnow.core.redact.Redactor;
import io.winnow.core.sample.SampleTable;
import io.winnow.network.estimate.Cache;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.EstimateModel;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.Workspaces;
import io.winnow.network.estimate.layer.Helpers;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
    name = "winnow",
    description = "Cleans a table, trains a network on it with Spark, and publishes what is good.",
    subcommands = CommandLine.HelpCommand.class,
    versionProvider = BuildVersion.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow sample --table demo --out target/demo/customers.csv",
      "  winnow run --config conf/examples/demo.yaml --dry-run",
      "  winnow run --config conf/examples/demo.yaml --set training.epochs=5",
      "  winnow run --help",
      "",
      "Exit status: 0 done, 1 unexpected fault, 2 bad usage or configuration, 3 bad data, 4 too",
      "little memory, 5 training failed, 6 a gate refused publication."
    })
public final class Winnow {
  private static final Logger LOG = LoggerFactory.getLogger(Winnow.class);

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows where a failure came from.")
  private boolean debug;

  private Winnow() {}

  /**
   * Runs one command and ends the process with its exit status.
   *
   * @throws IllegalStateException instead, on a cluster that runs the driver: there an exit would
   *     look like a crash, and the manifest's status tells the rest
   */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // Digits and dots do not depend on the machine's settings.
    Locale.setDefault(Locale.ROOT);
    // What libraries print must not mix with the result.
    System.setOut(System.err);
    KnownSecrets.remember(System.getenv());
    KnownSecrets.remember(OwnSparkSession.given());
    int exitCode;
    try (OwnSparkSession spark = new OwnSparkSession()) {
      exitCode = run(args, new Console(out, System.err, LogFormat.declared()), spark);
    }
    if (exitCode == ExitCode.DONE.code()) {
      return;
    }
    if (OwnSparkSession.runsOnCluster()) {
      throw new IllegalStateException("winnow ended with exit status " + exitCode);
    }
    System.exit(exitCode);
  }

  /**
   * Runs one command.
   *
   * @return the exit status
   */
  static int run(String[] args, Console console, SparkSessionSource spark) {
    Winnow winnow = new Winnow();
    CommandLine commands = new CommandLine(winnow);
    commands.addSubcommand(new SampleCommand(console));
    commands.addSubcommand(new ProfileCommand(console, spark));
    commands.addSubcommand(new PrepareCommand(console, spark));
    commands.addSubcommand(new EstimateCommand(console, spark));
    commands.addSubcommand(new PlanCommand(console, spark));
    commands.addSubcommand(new CalibrateCommand(console));
    commands.addSubcommand(new TrainCommand(console, spark));
    commands.addSubcommand(new EvaluateCommand(console, spark));
    commands.addSubcommand(new PublishCommand(console, spark));
    commands.addSubcommand(new RunCommand(console, spark));
    commands.addSubcommand(
        new CommandLine(new RunsCommand())
            .addSubcommand(new RunsListCommand(console, spark))
            .addSubcommand(new RunsShowCommand(console, spark))
            .addSubcommand(new RunsVerifyCommand(console, spark))
            .addSubcommand(new RunsRollbackCommand(console, spark)));
    Choices.register(commands, OutputFormat.class);
    Choices.register(commands, SampleTable.class);
    Choices.register(commands, EstimateModel.class);
    Choices.register(commands, Phase.class);
    Choices.register(commands, DataType.class);
    Choices.register(commands, Helpers.class);
    Choices.register(commands, Cache.class);
    Choices.register(commands, Workspaces.class);
    commands.setUsageHelpWidth(100);
    commands.setOut(console.helpWriter());
    commands.setParameterExceptionHandler(
        (thrown, given) -> {
          Failure failure = Failure.of(thrown);
          winnow.trace(thrown);
          return fail(CommandResult.failed(failure), failure, args, console);
        });
    commands.setExecutionExceptionHandler(
        (thrown, command, parsed) -> {
          Failure failure = Failure.of(thrown);
          CommandResult result =
              command.getCommandSpec().userObject() instanceof EndsRun run
                  ? run.result(failure)
                  : CommandResult.failed(failure);
          winnow.trace(thrown);
          return fail(result, failure, args, console);
        });
    return commands.execute(args);
  }

  private void trace(Throwable thrown) {
    if (debug) {
      LOG.error("command failed\n{}", Redactor.redact(ExceptionUtils.getStackTrace(thrown)));
    }
  }

  private static int fail(CommandResult result, Failure failure, String[] args, Console console) {
    List<String> given = List.of(args);
    if (given.contains("--output=json")
        || Collections.indexOfSubList(given, List.of("--output", "json")) >= 0) {
      console.result(result.json());
    }
    console.failure(failure);
    return failure.exitCode().code();
  }
}
