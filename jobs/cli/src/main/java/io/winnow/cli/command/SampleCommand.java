package io.winnow.cli.command;

import io.winnow.cli.console.Console;
import io.winnow.cli.console.OutputFormat;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.sample.SampleFacts;
import io.winnow.core.sample.SampleTable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a generated table to try Winnow with. */
@Command(
    name = "sample",
    description = "Writes a generated table: demo is messy, walkthrough is clean.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow sample --table demo --out target/demo/customers.csv",
      "  winnow sample --table demo --rows 1000000 --seed 2 --out big.csv"
    })
public final class SampleCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--table",
      required = true,
      paramLabel = "demo|walkthrough",
      description = "Which table.")
  private SampleTable table = SampleTable.DEMO;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows; default 100000 for demo, 1000 for walkthrough.")
  private @Nullable Integer rows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Where chance begins; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the facts are printed to stdout; default ${DEFAULT-VALUE}.")
  private OutputFormat output = OutputFormat.TEXT;

  /** A command that prints to a console. */
  public SampleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int count = rows == null ? table.defaultRows() : rows;
    if (count < 1) {
      throw WinnowException.usage("--rows %d: not above 0".formatted(count));
    }
    SampleFacts facts = write(count);
    console.result(
        output == OutputFormat.JSON
            ? Json.MAPPER.valueToTree(facts).toString()
            : "wrote %s: %d rows".formatted(out, facts.rows()));
    return ExitCode.DONE.code();
  }

  /** Writes beside the file and moves, so that no reader sees half a table. */
  private SampleFacts write(int count) {
    Path target = out.toAbsolutePath();
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Files.createDirectories(target.resolveSibling("."));
      SampleFacts facts;
      try (Writer csv = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
        facts = table.write(csv, count, seed);
      }
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      return facts;
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          "--out '%s': cannot be written: %s; choose another file".formatted(out, e),
          e);
    }
  }
}
