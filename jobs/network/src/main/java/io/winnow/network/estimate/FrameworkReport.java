package io.winnow.network.estimate;

import io.winnow.network.estimate.pass.NetworkModel;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryUseMode;
import org.jspecify.annotations.Nullable;

/**
 * What Deeplearning4j's own {@code MemoryReport} says of the same network. It knows nothing of
 * workspaces, its inference leaves the batch out of the working memory, and it fails on many
 * layers.
 *
 * @param trainingBytes null where it fails
 * @param inferenceBytes null where it fails
 * @param failure the exception that it fails with, or null
 */
public record FrameworkReport(
    @Nullable Long trainingBytes, @Nullable Long inferenceBytes, @Nullable String failure) {
  /** The report of a network. */
  static FrameworkReport of(NetworkModel network, int batch, DataType type) {
    try {
      MemoryReport report = network.frameworkReport();
      return new FrameworkReport(
          bytes(report, MemoryUseMode.TRAINING, batch, type),
          bytes(report, MemoryUseMode.INFERENCE, batch, type),
          null);
    } catch (RuntimeException e) {
      // The framework's report throws whatever its layers throw: null pointers, casts, states.
      return new FrameworkReport(null, null, e.getClass().getSimpleName());
    }
  }

  private static long bytes(MemoryReport report, MemoryUseMode mode, int batch, DataType type) {
    return report.getTotalMemoryBytes(batch, mode, CacheMode.NONE, nd4j(type));
  }

  private static org.nd4j.linalg.api.buffer.DataType nd4j(DataType type) {
    return switch (type) {
      case FLOAT16 -> org.nd4j.linalg.api.buffer.DataType.FLOAT16;
      case FLOAT32 -> org.nd4j.linalg.api.buffer.DataType.FLOAT;
      case FLOAT64 -> org.nd4j.linalg.api.buffer.DataType.DOUBLE;
    };
  }

  /** One line for a reader, without a line break. */
  String line(Phase phase) {
    Long bytes =
        switch (phase) {
          case TRAINING -> trainingBytes;
          case INFERENCE -> inferenceBytes;
        };
    return "Deeplearning4j's own report: "
        + (bytes == null ? "fails with " + failure : EstimateTable.readable(bytes));
  }
}
