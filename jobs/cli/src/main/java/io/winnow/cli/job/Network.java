package io.winnow.cli.job;

import io.winnow.core.config.PipelineConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.failure.WinnowException;

/** The network that a pipeline trains. */
public final class Network {
  private Network() {}

  /**
   * The declared network.
   *
   * @throws WinnowException when the pipeline only prepares data
   */
  public static NetworkConfig of(PipelineConfig config) {
    NetworkConfig network = config.network();
    if (network == null) {
      throw WinnowException.usage(
          "network: missing from pipeline '%s'; add its layers, or use prepare"
              .formatted(config.pipeline()));
    }
    return network;
  }
}
