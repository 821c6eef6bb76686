package io.winnow.network.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.winnow.core.config.Json;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.MemorySize;
import io.winnow.network.estimate.MemoryTerm;
import io.winnow.network.estimate.ProcessEstimate;
import io.winnow.network.estimate.layer.Helpers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How workers share devices. Its JSON form is described by {@code schemas/plan.schema.json}.
 *
 * @param fits whether every device holds its workers at this batch
 * @param devices GPUs, or executors without one
 * @param usableBytes of a device, without the margin
 * @param contextBytes of each JVM on a device before its first worker
 * @param batch examples of a minibatch: as wanted, else the largest; 1 where not even that fits
 * @param dominant what most of a worker's memory is for
 * @param advice what would help; empty where the plan fits
 * @param warnings what a reader must know before trusting the plan
 */
public record WorkerPlan(
    int schemaVersion,
    boolean fits,
    Device device,
    int devices,
    double margin,
    long usableBytes,
    long contextBytes,
    int batch,
    DataType dtype,
    Helpers helpers,
    Worker worker,
    Workers workers,
    LargestBatch largestBatch,
    HostMemory host,
    Aggregation aggregation,
    Dominant dominant,
    List<Advice> advice,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {
  /** Version of the JSON form. */
  static final int SCHEMA_VERSION = 1;

  /**
   * One worker.
   *
   * @param bytes of its network in training
   * @param deviceBytes that it takes of the device
   * @param terms of its bytes
   * @param process growth of a process that trains it on the CPU
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Worker(
      long bytes, long deviceBytes, List<MemoryTerm> terms, @Nullable ProcessEstimate process) {}

  /**
   * How many workers there are.
   *
   * @param wanted over all devices
   * @param perDevice that are planned
   * @param inOneJvm that a device holds in one JVM
   * @param inOwnJvms that a device holds with a JVM each
   */
  public record Workers(int wanted, int perDevice, long inOneJvm, long inOwnJvms) {}

  /**
   * The largest batch that fits, 0 where none does.
   *
   * @param oneWorker with one worker on a device
   * @param perDevice with all that are planned
   */
  public record LargestBatch(int oneWorker, int perDevice) {}

  /** The JSON form, indented. */
  public byte[] json() {
    return Json.pretty(this);
  }

  /** A text for a reader, ending in a line break. */
  public String text() {
    return new PlanText(this).text();
  }

  /**
   * Settings of Spark, as the text of a properties file.
   *
   * @param discoveryScript path of the program that tells an executor its GPUs, as executors see it
   */
  public String properties(String discoveryScript) {
    return new SparkSettings(this, discoveryScript).text();
  }

  /** One line that says why the plan does not fit and what would help most. */
  public String refusal() {
    String remedy =
        advice.stream()
            .filter(Advice::fits)
            .findFirst()
            .map(Advice::change)
            .orElse("a device with more memory");
    return "%d workers of %s at batch %d do not fit %s of %s, which holds %d; what helps: %s"
        .formatted(
            workers.perDevice(),
            MemorySize.readable(worker.deviceBytes()),
            batch,
            device.name(),
            MemorySize.readable(device.bytes()),
            workers.inOneJvm(),
            remedy);
  }
}
