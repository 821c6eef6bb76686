package io.winnow.network.plan;

import io.winnow.core.config.gpu.ComputeCapability;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The GPUs of this machine, as the tool of NVIDIA's driver tells them. */
public final class NvidiaSmi {
  private static final List<String> QUERY =
      List.of("--query-gpu=name,memory.total,compute_cap", "--format=csv");
  private static final Pattern GPU = Pattern.compile("(.+), *([0-9]+) MiB, *([0-9]{1,2}\\.[0-9])");
  private static final int SECONDS = 30;
  private static final int MIB_BITS = 20;

  private final String tool;

  /**
   * Asks a tool.
   *
   * @param tool its name on the PATH, or its path
   */
  public NvidiaSmi(String tool) {
    this.tool = tool;
  }

  /**
   * The GPUs of this machine, in the order of the tool; never none.
   *
   * @throws WinnowException where the tool is missing, fails, or tells of none
   */
  public List<Device> gpus() {
    List<String> command = new ArrayList<>(List.of(tool));
    command.addAll(QUERY);
    Process process = null;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw refused("failed: " + text.strip());
      }
      return parse(text);
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          ("--gpu auto: %s cannot be started here; name the GPU of the cluster, as in --gpu T4, or"
                  + " give --cpu-memory")
              .formatted(tool),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("was interrupted");
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  /** What the tool printed: a line of headings, then one line for each GPU. */
  List<Device> parse(String text) {
    List<Device> gpus =
        text.lines().skip(1).filter(line -> !line.isBlank()).map(this::gpu).toList();
    if (gpus.isEmpty()) {
      throw refused("tells of no GPU: " + text.strip());
    }
    return gpus;
  }

  private Device gpu(String line) {
    Matcher fields = GPU.matcher(line.strip());
    if (!fields.matches()) {
      throw refused(
          "printed '%s' where name, memory in MiB and compute capability are expected"
              .formatted(line.strip()));
    }
    return new Device(
        Device.Kind.GPU,
        fields.group(1),
        Long.parseLong(fields.group(2)) << MIB_BITS,
        ComputeCapability.of(fields.group(3)),
        Device.Source.NVIDIA_SMI);
  }

  private WinnowException refused(String why) {
    return WinnowException.usage(
        "--gpu auto: %s %s; name the GPU instead, as in --gpu T4".formatted(tool, why));
  }
}
