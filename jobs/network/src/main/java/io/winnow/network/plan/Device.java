package io.winnow.network.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.winnow.core.config.gpu.ComputeCapability;
import io.winnow.core.config.gpu.Gpu;
import org.jspecify.annotations.Nullable;

/**
 * What workers are planned for: a GPU, or an executor that computes on the CPU.
 *
 * @param bytes of the GPU's memory, or of the executor's heap and everything beside it
 * @param capability of a GPU
 * @param source where the figures come from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Device(
    Kind kind, String name, long bytes, @Nullable ComputeCapability capability, Source source) {

  /** Where workers compute. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Kind {
    /** An NVIDIA GPU, one to an executor. */
    GPU,
    /** An executor without a GPU. */
    CPU
  }

  /** Where the figures of a device come from. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Source {
    /** {@code conf/gpus.yaml}. */
    CATALOGUE,
    /** The tool of NVIDIA's driver on this machine. */
    NVIDIA_SMI,
    /** The caller. */
    GIVEN
  }

  /** A GPU of the catalogue. */
  public static Device of(Gpu gpu) {
    return new Device(Kind.GPU, gpu.name(), gpu.bytes(), gpu.capability(), Source.CATALOGUE);
  }

  /**
   * An executor that computes on the CPU.
   *
   * @param bytes of its heap and everything beside it
   */
  public static Device executor(long bytes) {
    return new Device(Kind.CPU, "an executor", bytes, null, Source.GIVEN);
  }
}
