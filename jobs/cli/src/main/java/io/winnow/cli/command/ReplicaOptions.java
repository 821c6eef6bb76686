package io.winnow.cli.command;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.layer.Helpers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How one replica of a network computes. */
final class ReplicaOptions {
  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "Rows of a minibatch; default: training.batch of --config, else 1 for estimate and the"
              + " largest for plan.")
  private @Nullable Integer batch;

  @Option(
      names = "--dtype",
      paramLabel = "float32|float16|float64",
      defaultValue = "float32",
      description = "Format of numbers; default ${DEFAULT-VALUE}.")
  DataType dtype = DataType.FLOAT32;

  @Option(
      names = "--helpers",
      paramLabel = "on|off",
      defaultValue = "off",
      description =
          "Whether Deeplearning4j's layers use cuDNN or oneDNN; default ${DEFAULT-VALUE}.")
  Helpers helpers = Helpers.OFF;

  /**
   * Rows of a minibatch.
   *
   * @param usual where none are asked for
   */
  @Nullable Integer batch(@Nullable Integer usual) {
    if (batch != null && batch < 1) {
      throw WinnowException.usage("--batch %d: not above 0".formatted(batch));
    }
    return batch == null ? usual : batch;
  }
}
