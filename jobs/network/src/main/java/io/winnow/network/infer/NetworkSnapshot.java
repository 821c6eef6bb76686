package io.winnow.network.infer;

import io.winnow.network.model.ArchitectureJson;
import io.winnow.network.model.TrainableNetwork;
import java.io.Serializable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network at one moment: what it is made of and its parameters, as plain values that can be sent
 * to executors.
 *
 * @param architecture the JSON of {@link io.winnow.network.model.Architecture}
 * @param parameters all weights and biases in Deeplearning4j's order; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; the array is the fast form to send
public record NetworkSnapshot(String architecture, float[] parameters) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The present state of a network. */
  public static NetworkSnapshot of(TrainableNetwork network) {
    return new NetworkSnapshot(
        network.architecture().toJson(), network.parameters().dup().data().asFloat());
  }

  /**
   * A network in this state, without any updater state.
   *
   * @throws io.winnow.core.failure.WinnowException where the architecture names a class that is not
   *     allowed, or does not fit the parameters
   */
  public TrainableNetwork network() {
    return ArchitectureJson.parse(architecture)
        .network(Nd4j.create(parameters, new long[] {1, parameters.length}));
  }
}
