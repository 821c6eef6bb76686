package io.winnow.network.estimate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.winnow.core.config.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a network needs. Its JSON form is described by {@code
 * schemas/estimate.schema.json}.
 *
 * @param batch rows of a minibatch
 * @param terms what the totals are made of, by phase; null in the textbook model
 * @param process growth of a process that trains; null in the textbook model
 * @param frameworkReport what the framework's own report says, where it was asked for
 * @param warnings what a reader must know before trusting the figures
 */
@JsonPropertyOrder({
  "schemaVersion",
  "model",
  "batch",
  "dtype",
  "layers",
  "total",
  "terms",
  "process",
  "frameworkReport",
  "warnings"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Estimate(
    int schemaVersion,
    EstimateModel model,
    int batch,
    DataType dtype,
    List<LayerEstimate> layers,
    Total total,
    @Nullable Terms terms,
    @Nullable ProcessEstimate process,
    @Nullable FrameworkReport frameworkReport,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {
  /** Version of the JSON form. */
  static final int SCHEMA_VERSION = 1;

  /**
   * Sums over the layers.
   *
   * @param parametersWithGradient parameters and as many gradients
   */
  public record Total(
      MemorySize parametersWithGradient, MemorySize training, MemorySize inference) {}

  /** What the totals are made of. */
  public record Terms(List<MemoryTerm> training, List<MemoryTerm> inference) {}

  /** Bytes of one replica of the network in a phase, at this batch. */
  public long bytes(Phase phase) {
    return switch (phase) {
      case TRAINING -> total.training().bytes();
      case INFERENCE -> total.inference().bytes();
    };
  }

  /** The same with the framework's own report beside it. */
  Estimate beside(FrameworkReport report) {
    return new Estimate(
        schemaVersion, model, batch, dtype, layers, total, terms, process, report, warnings);
  }

  /** The JSON form, indented. */
  public byte[] json() {
    return Json.pretty(this);
  }

  /** A table for a reader, ending in a line break. */
  public String table(Phase phase) {
    return new EstimateTable(this, phase).text();
  }

  /** What the table's figures mean and leave out, ending in a line break. */
  public String notes() {
    return EstimateTable.notes(model);
  }
}
