package io.winnow.network.estimate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The readable form of a Deeplearning4j estimate. */
final class Dl4jTable {
  private final Estimate estimate;
  private final Phase phase;

  Dl4jTable(Estimate estimate, Phase phase) {
    this.estimate = estimate;
    this.phase = phase;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        row(
            "layer",
            "type",
            "output",
            "parameters",
            "gradient",
            "updater",
            "activation",
            "epsilons",
            "working",
            "memory",
            "share",
            "basis"));
    estimate.layers().forEach(layer -> text.append(row(layer)));
    terms().forEach(term -> text.append(line(term.name(), term.bytes(), term.basis())));
    text.append(
        String.format(
            Locale.ROOT,
            "%-34s %12s%n",
            "%s, batch %d".formatted(name(), estimate.batch()),
            EstimateTable.readable(estimate.bytes(phase))));
    ProcessEstimate process = estimate.process();
    if (process != null && phase == Phase.TRAINING) {
      text.append(ProcessLines.of(process));
    }
    FrameworkReport report = estimate.frameworkReport();
    if (report != null) {
      text.append(report.line(phase)).append('\n');
    }
    estimate.warnings().forEach(warning -> text.append("warning: ").append(warning).append('\n'));
    return text.toString();
  }

  private String name() {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private List<MemoryTerm> terms() {
    Estimate.Terms terms = estimate.terms();
    if (terms == null) {
      return List.of();
    }
    return switch (phase) {
      case TRAINING -> terms.training();
      case INFERENCE -> terms.inference();
    };
  }

  private String row(LayerEstimate layer) {
    boolean training = phase == Phase.TRAINING;
    return row(
        layer.name(),
        layer.type(),
        EstimateTable.shape(layer),
        EstimateTable.grouped(layer.parameters()),
        training ? size(layer.gradient()) : "-",
        training ? size(layer.updaterState()) : "-",
        training ? size(layer.activations()) : "-",
        training ? size(layer.epsilons()) : "-",
        training ? size(layer.workingMemory()) : "-",
        size(training ? layer.trainingElements() : layer.inferenceElements()),
        share(training ? layer.trainingShare() : layer.inferenceShare()),
        layer.basis().name().toLowerCase(Locale.ROOT));
  }

  private String size(long elements) {
    return EstimateTable.readable(MemorySize.of(elements, estimate.dtype()).bytes());
  }

  private static String share(@Nullable Double share) {
    return share == null ? "" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String row(Object... cells) {
    return String.format(
        Locale.ROOT, "%-18s %-16s %-20s %13s %10s %10s %10s %10s %10s %10s %6s  %s%n", cells);
  }

  private static String line(String name, long bytes, Basis basis) {
    return String.format(
        Locale.ROOT,
        "%-34s %12s  %s%n",
        name,
        EstimateTable.readable(bytes),
        basis.name().toLowerCase(Locale.ROOT));
  }
}
