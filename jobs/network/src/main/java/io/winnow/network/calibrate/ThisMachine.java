package io.winnow.network.calibrate;

import io.winnow.core.config.calibration.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that is measured on. */
final class ThisMachine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private ThisMachine() {}

  static Calibration.Machine description() {
    return new Calibration.Machine(
        processor(),
        Runtime.getRuntime().availableProcessors(),
        "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
