package io.winnow.cli.command;

import io.winnow.cli.job.EstimateSource;
import io.winnow.core.config.TrainingConfig;
import io.winnow.network.estimate.pass.NetworkModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network whose memory is predicted.
 *
 * @param name of the file that holds it
 * @param read from Deeplearning4j's JSON, or null where a source declares it
 * @param source null where it was read
 * @param training of its pipeline, or null without one
 */
record Subject(
    String name,
    @Nullable NetworkModel read,
    @Nullable EstimateSource source,
    @Nullable TrainingConfig training) {

  /** The network as Deeplearning4j would be told it. */
  NetworkModel model() {
    return read == null ? Objects.requireNonNull(source).declared().model() : read;
  }

  /** The source, where the network is of Winnow's own form. */
  @Nullable EstimateSource own() {
    return source == null || source.network().deeplearning4j() != null ? null : source;
  }
}
