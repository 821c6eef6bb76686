package io.winnow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.console.Console;
import io.winnow.cli.console.LogFormat;
import io.winnow.cli.spark.SparkSessionSource;
import io.winnow.core.config.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs commands within this process, as {@code main} would. */
public final class Cli {
  /** The checkout. */
  public static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

  /** Files of this JVM's tests; others run at the same time. */
  public static final Path FOLDER =
      Path.of(System.getProperty("test.folder", "target/fork-1")).toAbsolutePath();

  private Cli() {}

  /**
   * What a command printed and how it ended.
   *
   * @param out stdout
   * @param err stderr
   */
  public record Ended(int exitCode, String out, String err) {

    /** The lines of stderr that tell a failure. */
    public List<String> errors() {
      return err.lines().filter(line -> line.startsWith("error: ")).toList();
    }

    /** Stdout as the one JSON document that it is. */
    public JsonNode json() {
      return parse(out);
    }

    /** The manifest that stdout names. */
    public JsonNode manifest() {
      return parse(read(Path.of(json().path("manifest").asText())));
    }
  }

  /** Runs one command. */
  public static Ended run(String... args) {
    return run(new SharedSpark(), args);
  }

  /** The same with Spark as it is to be used. */
  public static Ended run(SparkSessionSource spark, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            LogFormat.TEXT);
    int exitCode = Winnow.run(args, console, spark);
    return new Ended(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs one command with further arguments behind those that many share. */
  public static Ended run(List<String> shared, String... more) {
    return run(Stream.concat(shared.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** A pipeline file of the checkout. */
  public static String example(String name) {
    return CHECKOUT.resolve("conf/examples/" + name + ".yaml").toString();
  }

  /** Content of a text file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
