package io.winnow.cli.report;

import io.winnow.core.config.Json;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.FrameworkReport;
import io.winnow.network.estimate.LayerEstimate;
import io.winnow.network.estimate.MemorySize;
import io.winnow.network.estimate.MemoryTerm;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.ProcessEstimate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the template of an estimate shows.
 *
 * @param network where it was read from
 * @param layers in the network's order
 * @param terms of the total; empty in the textbook model
 * @param notes what the figures mean and leave out
 */
public record EstimateView(
    String network,
    String model,
    String phase,
    int batch,
    String dtype,
    String total,
    List<SizedBar> layers,
    List<SizedBar> terms,
    @Nullable ProcessEstimate process,
    String processSize,
    String processWithMargin,
    String garbagePerPass,
    @Nullable FrameworkReport frameworkReport,
    String reported,
    List<String> warnings,
    String notes) {

  static EstimateView of(Estimate estimate, Phase phase, String network) {
    ProcessEstimate process = phase == Phase.TRAINING ? estimate.process() : null;
    FrameworkReport report = estimate.frameworkReport();
    Long reported =
        report == null
            ? null
            : phase == Phase.TRAINING ? report.trainingBytes() : report.inferenceBytes();
    return new EstimateView(
        network,
        name(estimate.model()),
        name(phase),
        estimate.batch(),
        name(estimate.dtype()),
        MemorySize.readable(estimate.bytes(phase)),
        layers(estimate, phase),
        terms(estimate, phase),
        process,
        process == null ? "" : MemorySize.readable(process.bytes()),
        process == null ? "" : MemorySize.readable(process.withMargin()),
        process == null || process.garbagePerPass() == 0
            ? ""
            : MemorySize.readable(process.garbagePerPass()),
        report,
        reported == null ? "" : MemorySize.readable(reported),
        estimate.warnings(),
        estimate.notes());
  }

  private static List<SizedBar> layers(Estimate estimate, Phase phase) {
    ToLongFunction<LayerEstimate> bytes =
        layer ->
            estimate.dtype().bytes()
                * (phase == Phase.TRAINING ? layer.trainingElements() : layer.inferenceElements());
    return SizedBar.of(
        estimate.layers(),
        layer -> "%s (%s)".formatted(layer.name(), layer.type()),
        bytes,
        layer -> name(layer.basis()));
  }

  private static List<SizedBar> terms(Estimate estimate, Phase phase) {
    Estimate.Terms terms = estimate.terms();
    if (terms == null) {
      return List.of();
    }
    return SizedBar.of(
        phase == Phase.TRAINING ? terms.training() : terms.inference(),
        MemoryTerm::name,
        MemoryTerm::bytes,
        term -> name(term.basis()));
  }

  private static String name(Enum<?> value) {
    return Json.MAPPER.valueToTree(value).asText();
  }
}
