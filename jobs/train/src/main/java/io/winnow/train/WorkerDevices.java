package io.winnow.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the workers of a training compute on.
 *
 * @param workers their number
 * @param backends what ND4J has loaded, each once
 * @param gpus one {@code executor/address} for each worker that Spark gave a GPU
 */
public record WorkerDevices(int workers, List<Backend> backends, List<String> gpus) {

  /** What ND4J computes on. */
  public enum Backend {
    /** Processors. */
    CPU,
    /** GPUs. */
    CUDA
  }

  /** One line for a terminal, such as {@code 2 workers, backend cuda, GPUs 0/0 1/0}. */
  public String line() {
    return "%d workers, backend %s%s"
        .formatted(
            workers,
            backends.stream()
                .map(backend -> backend.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and ")),
            gpus.isEmpty() ? "" : ", GPUs " + String.join(" ", gpus));
  }

  /** Why the workers do not all compute on GPUs; empty where they do. */
  public String whyNotAllGpus() {
    if (gpus.size() < workers) {
      return "Spark gave a GPU to %d of %d workers; submit with spark.task.resource.gpu.amount, as plan --properties writes it"
          .formatted(gpus.size(), workers);
    }
    if (backends.contains(Backend.CPU)) {
      return "ND4J computes on the CPU; build with -Pcuda and run where the driver of the GPU is";
    }
    return "";
  }
}
