package io.winnow.network.infer;

import java.io.Serializable;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network at one moment: what it is made of and its parameters, as plain values that can be sent
 * to executors.
 *
 * @param architecture Deeplearning4j's JSON of the network
 * @param parameters all weights and biases in Deeplearning4j's order; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; the array is the fast form to send
public record NetworkSnapshot(String architecture, float[] parameters) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The present state of a network. */
  public static NetworkSnapshot of(MultiLayerNetwork network) {
    return new NetworkSnapshot(
        network.getLayerWiseConfigurations().toJson(), network.params().dup().data().asFloat());
  }

  /**
   * A network in this state, without any updater state.
   *
   * @throws io.winnow.core.failure.WinnowException where the architecture names a class that is not
   *     allowed, or does not fit the parameters
   */
  public MultiLayerNetwork network() {
    MultiLayerConfiguration configuration = Architecture.parse(architecture);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init(Nd4j.create(parameters, new long[] {1, parameters.length}), false);
    return network;
  }
}
