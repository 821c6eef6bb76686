package io.winnow.cli.command;

import io.winnow.cli.command.RunsOptions.Asked;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.Failure;
import io.winnow.cli.runs.Answer;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.failure.ExitCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command about the runs below a root, which starts no Spark and prints one answer. */
public abstract class CatalogueCommand implements Callable<Integer> {
  private final Console console;
  private final SparkSessionSource spark;

  @Mixin private RunsOptions options = new RunsOptions();

  CatalogueCommand(Console console, SparkSessionSource spark) {
    this.console = console;
    this.spark = spark;
  }

  @Override
  public final Integer call() {
    Answer answer = answer(options.open(spark.hadoop()));
    console.result(options.isJson() ? answer.json() : answer.text());
    Optional<Failure> failure = answer.failure();
    failure.ifPresent(console::failure);
    return failure.map(Failure::exitCode).orElse(ExitCode.DONE).code();
  }

  abstract Answer answer(Asked asked);
}
