package io.winnow.network.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.NetworkFactory;

/** The architecture of the network that a pipeline declares, over its prepared data. */
public final class ArchitectureFactory {
  private final NetworkConfig network;
  private final TrainingConfig training;

  /** A factory of one network, trained in one way. */
  public ArchitectureFactory(NetworkConfig network, TrainingConfig training) {
    this.network = network;
    this.training = training;
  }

  /**
   * The architecture.
   *
   * @param features length of a prepared feature vector
   * @param label what is predicted
   * @throws io.winnow.core.failure.WinnowException where network, data and task contradict each
   *     other
   */
  public Architecture architecture(int features, FittedLabel label) {
    ObjectNode given = network.deeplearning4j();
    if (given != null) {
      return new GivenNetwork(given, training).architecture(features, label);
    }
    NetworkFactory factory = new NetworkFactory(network, training);
    return new Architecture.Layers(factory.configuration(features, label), factory.input(features));
  }
}
