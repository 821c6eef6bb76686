package io.winnow.cli.command;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.gpu.ComputeCapability;
import io.winnow.core.config.gpu.GpuCatalogue;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.plan.Device;
import io.winnow.network.plan.NvidiaSmi;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.network.util.JavaUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The devices that a plan is for. */
final class DeviceOptions {
  private static final String AUTO = "auto";

  @Option(
      names = "--gpu",
      required = true,
      paramLabel = "NAME|auto",
      description = "A GPU of conf/gpus.yaml, or what nvidia-smi finds on this machine.")
  private @Nullable String gpu;

  @Option(
      names = "--cpu-memory",
      required = true,
      paramLabel = "SIZE",
      description = "Instead of a GPU: memory of an executor, heap and all, such as 4g.")
  private @Nullable String cpuMemory;

  /**
   * What was found.
   *
   * @param count of such devices
   */
  record Found(Device device, int count) {}

  /**
   * The device, which is one that the backend runs on.
   *
   * @throws WinnowException where there is no such device
   */
  Found find() {
    if (cpuMemory != null) {
      return new Found(Device.executor(bytes(cpuMemory)), 1);
    }
    GpuCatalogue catalogue = ConfigLoader.loadGpus();
    Found found = gpu(catalogue, gpu == null ? "" : gpu);
    ComputeCapability capability = found.device().capability();
    Optional<String> refusal =
        capability == null ? Optional.empty() : catalogue.refusal(capability);
    if (refusal.isPresent()) {
      throw WinnowException.usage(
          "--gpu '%s': not supported: %s; choose another GPU, or --cpu-memory"
              .formatted(found.device().name(), refusal.get()));
    }
    return found;
  }

  private static Found gpu(GpuCatalogue catalogue, String name) {
    if (!name.equals(AUTO)) {
      return new Found(Device.of(catalogue.named(name)), 1);
    }
    List<Device> gpus = new NvidiaSmi("nvidia-smi").gpus();
    // A plan must hold on each of them.
    Device smallest =
        gpus.stream().min(Comparator.comparingLong(Device::bytes)).orElse(gpus.get(0));
    return new Found(smallest, gpus.size());
  }

  private static long bytes(String size) {
    try {
      long bytes = JavaUtils.byteStringAsBytes(size);
      if (bytes > 0) {
        return bytes;
      }
    } catch (NumberFormatException e) {
      throw new WinnowException(ExitCode.USAGE, refused(size), e);
    }
    throw WinnowException.usage(refused(size));
  }

  private static String refused(String size) {
    return "--cpu-memory '%s': not a size; write it as 4g or 512m".formatted(size);
  }
}
