package io.winnow.cli;

import io.winnow.cli.Cli.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small run of the demo pipeline, 3,000 rows and two epochs, that is published before the first
 * test which needs one.
 */
final class DemoRun {
  static final int ROWS = 3_000;
  static final String INTERVAL = "2026-11-22";

  /** The table. */
  static final Path TABLE;

  /** Below it stand {@code runs} and {@code current}. */
  static final Path ROOT;

  /** How the run ended. */
  static final Ended ENDED;

  /** What the pointer held when it had ended. */
  static final String POINTER;

  static {
    try {
      Path folder = Files.createDirectories(Cli.FOLDER.resolve("demo-run"));
      ROOT = Files.createTempDirectory(folder, "root");
      TABLE = folder.resolve("demo.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Cli.run(
        "sample", "--table", "demo", "--rows", Integer.toString(ROWS), "--out", TABLE.toString());
    ENDED = command("run", "--interval", INTERVAL);
    POINTER = pointer();
  }

  private DemoRun() {}

  /** A command on the pipeline; of two settings the later one wins. */
  static Ended command(String name, String... more) {
    List<String> shared =
        List.of(
            "--config",
            Cli.example("demo"),
            "--root",
            ROOT.toString(),
            "--set",
            "source.path=" + TABLE,
            "--set",
            "training.epochs=2",
            "--set",
            "training.batch=32",
            "--set",
            "gates.rocAuc.min=0.5",
            "--output",
            "json");
    return Cli.run(Stream.concat(Stream.of(name), shared.stream()).toList(), more);
  }

  /** What readers of the pipeline follow. */
  static String pointer() {
    return Cli.read(ROOT.resolve("current/demo.json"));
  }
}
