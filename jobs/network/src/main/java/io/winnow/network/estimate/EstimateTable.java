package io.winnow.network.estimate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The readable form of an estimate. */
final class EstimateTable {
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
  private static final String TEXTBOOK =
      """
      textbook model: training 2*P + N*2*O, inference 2*P + O; P parameters, O outputs of one example,
      N batch. It is often written with P once, but its worked figures have 2*P; inference needs no
      gradient, and counts N = 1. A bias counted as C2*C1*(K*K+1) is more than the real C2*(C1*K*K+1).
      Optimizer state and the framework's working memory are left out: Deeplearning4j has been
      measured to take ten times as much for a convolution.
      """;
  private static final String DL4J =
      """
      dl4j model: what Deeplearning4j 1.0.0-M2.1 allocates for one replica. Parameters, gradient and
      updater state are its own counts. Workspaces follow its sources, array by array, and were
      compared with measurements on the CPU backend; on a GPU they are the same by formula, and were
      not measured there. process is the growth of a process that trains on the CPU, by a calibration
      with processes that scripts/calibrate measured (arrays of 128 KiB and more mapped, as
      scripts/winnow and the settings of a plan start them); of a GPU nothing was measured. Working
      memory is shared: the layer with the largest need decides its size, and only that layer's memory
      contains it.
      """;

  private final Estimate estimate;
  private final Phase phase;

  EstimateTable(Estimate estimate, Phase phase) {
    this.estimate = estimate;
    this.phase = phase;
  }

  String text() {
    return switch (estimate.model()) {
      case TEXTBOOK -> textbook();
      case DL4J -> new Dl4jTable(estimate, phase).text();
    };
  }

  private String textbook() {
    StringBuilder text = new StringBuilder();
    text.append(row("layer", "type", "output", "parameters", "activations", "elements", "memory"));
    for (LayerEstimate layer : estimate.layers()) {
      MemorySize size = MemorySize.of(elements(layer), estimate.dtype());
      text.append(
          row(
              layer.name(),
              layer.type(),
              shape(layer),
              grouped(layer.parameters()),
              grouped(layer.activations()),
              grouped(size.elements()),
              readable(size.bytes())));
    }
    Estimate.Total total = estimate.total();
    text.append(total("parameters with gradient", total.parametersWithGradient()));
    text.append(total("training, batch " + estimate.batch(), total.training()));
    text.append(total("inference", total.inference()));
    return text.toString();
  }

  static String shape(LayerEstimate layer) {
    return layer.outputShape().stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  private long elements(LayerEstimate layer) {
    return switch (phase) {
      case TRAINING -> layer.trainingElements();
      case INFERENCE -> layer.inferenceElements();
    };
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-18s %-14s %-22s %15s %17s %17s %12s%n", cells);
  }

  private static String total(String name, MemorySize size) {
    return String.format(
        Locale.ROOT, "%-26s %,17d elements  %12s%n", name, size.elements(), readable(size.bytes()));
  }

  static String notes(EstimateModel model) {
    return switch (model) {
      case TEXTBOOK -> TEXTBOOK;
      case DL4J -> DL4J;
    };
  }

  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String readable(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < UNITS.size() - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS.get(unit));
  }
}
