package io.winnow.cli.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process took, from its start to its end.
 *
 * @param peakBytes the most memory that it held resident, as Linux tells; 0 where it does not
 */
record Measured(double seconds, long peakBytes) {

  /** Runs a class of this class path in a cold JVM with this one's heap and options. */
  static Measured process(Path log, String type, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-") && !argument.startsWith("-Dbench."))
        .forEach(line::add);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), type));
    line.addAll(Arrays.asList(arguments));
    Files.createDirectories(log.toAbsolutePath().getParent());
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
            .start();
    long peak = 0;
    do {
      peak = Math.max(peak, peakBytes(process.pid()));
    } while (!process.waitFor(200, TimeUnit.MILLISECONDS));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          type + " ended with " + process.exitValue() + "; see " + log.toAbsolutePath());
    }
    return new Measured(seconds, peak);
  }

  /** Deletes what an earlier measurement wrote. */
  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> below = Files.walk(folder)) {
        below.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static long peakBytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
