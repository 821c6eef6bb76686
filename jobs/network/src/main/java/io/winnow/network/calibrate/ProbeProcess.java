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
  private static final long LIMIT_MINUTES = 20;

  private ProbeProcess() {}

  /**
   * A process under the conditions of every measurement, not yet started.
   *
   * @param options of the virtual machine, which take the place of {@link #OPTIONS} where they say
   *     otherwise
   */
  static ProcessBuilder builder(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    String natives = System.getProperty(NATIVES);
    if (natives != null) {
      command.add("-D%s=%s".formatted(NATIVES, natives));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(ENVIRONMENT);
    return builder;
  }

  /**
   * Measures a network.
   *
   * @param published folder of the published networks
   * @throws IllegalStateException where the process fails
   */
  static Growth measure(String name, Path published) {
    Process process = null;
    try {
      // Into a file, since reading what a process prints would wait for one that hangs.
      Path printed = Files.createTempFile("growth", ".json");
      printed.toFile().deleteOnExit();
      ProcessBuilder builder =
          builder(List.of(), GrowthProbe.class, List.of(name, published.toString()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(printed.toFile());
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
