package io.winnow.core.config.gpu;

import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The GPUs of {@code conf/gpus.yaml}. */
public record GpuCatalogue(Backend backend, List<Gpu> gpus) {
  private static final int SHOWN = 5;

  /**
   * The library that trains on GPUs.
   *
   * @param machineCode compute capabilities that it holds machine code for
   */
  public record Backend(String name, List<ComputeCapability> machineCode) {}

  /** Refuses a name that two GPUs have. */
  public GpuCatalogue {
    Map<String, Gpu> named = new HashMap<>();
    for (Gpu gpu : gpus) {
      gpu.names()
          .map(Gpu::plain)
          .distinct()
          .forEach(
              name -> {
                Gpu other = named.put(name, gpu);
                if (other != null) {
                  throw new IllegalArgumentException(
                      "%s and %s share a name".formatted(other.name(), gpu.name()));
                }
              });
    }
  }

  /**
   * The GPU of that name, in any case, with or without its brand.
   *
   * @throws WinnowException where there is none, with names that are near
   */
  public Gpu named(String name) {
    String wanted = Gpu.plain(name);
    return gpus.stream()
        .filter(gpu -> gpu.names().anyMatch(each -> Gpu.plain(each).equals(wanted)))
        .findFirst()
        .orElseThrow(
            () ->
                WinnowException.usage(
                    "--gpu '%s': not in conf/gpus.yaml; near are %s; or let --gpu auto ask nvidia-smi"
                        .formatted(name, String.join(", ", near(wanted)))));
  }

  /** Names that share most pairs of characters with one, by Dice's coefficient. */
  private List<String> near(String wanted) {
    return gpus.stream()
        .sorted(
            Comparator.comparingDouble((Gpu gpu) -> -likeness(wanted, gpu))
                .thenComparing(Gpu::name))
        .limit(SHOWN)
        .map(Gpu::name)
        .toList();
  }

  private static double likeness(String wanted, Gpu gpu) {
    return gpu.names().mapToDouble(name -> dice(wanted, Gpu.plain(name))).max().orElse(0);
  }

  private static double dice(String one, String other) {
    List<String> pairs = pairs(one);
    List<String> left = new ArrayList<>(pairs(other));
    int all = pairs.size() + left.size();
    long shared = pairs.stream().filter(left::remove).count();
    return 2.0 * shared / all;
  }

  /** Neighbouring characters; the first also alone, so that short names have two. */
  private static List<String> pairs(String name) {
    return Stream.iterate(0, i -> i < name.length(), i -> i + 1)
        .map(i -> name.substring(Math.max(0, i - 1), i + 1))
        .toList();
  }

  /** Why the backend cannot run on such a GPU, or nothing where it can. */
  public Optional<String> refusal(ComputeCapability capability) {
    if (backend.machineCode().stream().anyMatch(capability::runs)) {
      return Optional.empty();
    }
    return Optional.of(
        "compute capability %s, but %s holds machine code for %s only, and no PTX to compile for others"
            .formatted(
                capability,
                backend.name(),
                backend.machineCode().stream()
                    .map(ComputeCapability::toString)
                    .collect(Collectors.joining(", "))));
  }
}
