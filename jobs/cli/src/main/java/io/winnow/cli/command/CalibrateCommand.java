package io.winnow.cli.command;

import io.winnow.cli.BuildVersion;
import io.winnow.cli.console.Console;
import io.winnow.core.config.Json;
import io.winnow.core.config.calibration.Calibration;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.calibrate.Calibrator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures processes that train, and writes a calibration. Starts no Spark. */
@Command(
    name = "calibrate",
    description = "Measures by how much processes grow that train, for estimate and plan.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  scripts/calibrate --out target/calibration.json --runs 1"})
public final class CalibrateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "conf/calibration/cpu.json",
      description = "What is written; default ${DEFAULT-VALUE}.")
  private Path out = Path.of("");

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Processes for each network, whose median counts; default ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--networks",
      paramLabel = "FOLDER",
      defaultValue = "conf/networks",
      description = "The published networks; default ${DEFAULT-VALUE}.")
  private Path networks = Path.of("");

  /** A command that tells a console of its progress. */
  public CalibrateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (runs < 1) {
      throw WinnowException.usage("--runs %d: not above 0".formatted(runs));
    }
    Calibration calibration =
        new Calibrator(networks, runs, console::progress)
            .calibrate(versions(), LocalDate.now(ZoneOffset.UTC).toString());
    OutputFile.write("--out", out, Json.pretty(calibration));
    console.progress("wrote " + out);
    console.result(summary(calibration));
    return ExitCode.DONE.code();
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("java", System.getProperty("java.version"));
    versions.put("winnow", BuildVersion.code().version());
    versions.put("dl4j", BuildVersion.dl4j());
    versions.put("nd4j", BuildVersion.nd4j());
    return versions;
  }

  private static String summary(Calibration calibration) {
    StringBuilder text = new StringBuilder();
    for (Calibration.MeasuredNetwork network : calibration.networks()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-18s %-12s batch %4d  measured %,15d  predicted %,15d  %+6.2f %%%n",
              network.name(),
              network.role(),
              network.batch(),
              network.measuredBytes(),
              network.predictedBytes(),
              100 * network.error()));
    }
    line(text, "calibration", calibration.calibrated());
    line(text, "held out", calibration.heldOut());
    return text.append(
            String.format(
                Locale.ROOT,
                "margin %.0f %%, at least %,d bytes%n",
                100 * calibration.margin(),
                calibration.marginBytes()))
        .toString();
  }

  private static void line(StringBuilder text, String name, Calibration.Errors errors) {
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d networks, mean error %.2f %%, worst %.2f %%, %.1f %% above prediction and"
                + " margin%n",
            name,
            errors.networks(),
            100 * errors.mean(),
            100 * errors.worst(),
            100 * errors.underestimated()));
  }
}
