package io.winnow.network.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own that trains one network and tells by how much it grew. */
final class ProbeProcess {
  /**
   * Arrays of 128 KiB and more are mappings of their own, which go back to the system when they are
   * freed; one thread computes.
   */
  static final Map<String, String> ENVIRONMENT =
      Map.of("MALLOC_MMAP_THRESHOLD_", "131072", "OMP_NUM_THREADS", "1");

  /**
   * The heap is there from the start and large enough not to be collected; JavaCPP sets no limit.
   */
  static final List<String> OPTIONS =
      List.of(
          "-Xms600m",
          "-Xmx600m",
          "-Xmn450m",
          "-XX:+UseParallelGC",
          "-XX:+AlwaysPreTouch",
          "-Dorg.bytedeco.javacpp.maxbytes=0",
          "-Dorg.bytedeco.javacpp.maxphysicalbytes=0");

  private static final String NATIVES = "org.bytedeco.javacpp.cachedir";
  private static final long LIMIT_MINUTES = 10;

  private ProbeProcess() {}

  /**
   * Measures a network.
   *
   * @param published folder of the published networks
   * @throws IllegalStateException where the process fails
   */
  static Growth measure(String name, Path published) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    String natives = System.getProperty(NATIVES);
    if (natives != null) {
      command.add("-D%s=%s".formatted(NATIVES, natives));
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            GrowthProbe.class.getName(),
            name,
            published.toString()));
    Process process = null;
    try {
      // Into a file, since reading what a process prints would wait for one that hangs.
      Path printed = Files.createTempFile("growth", ".json");
      printed.toFile().deleteOnExit();
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(printed.toFile());
      builder.environment().putAll(ENVIRONMENT);
      process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(
            "network '%s': the process that measures it failed, or took over %d minutes; run %s %s %s to see why"
                .formatted(name, LIMIT_MINUTES, GrowthProbe.class.getName(), name, published));
      }
      return Growth.parse(Files.readString(printed));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring " + name, e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}
