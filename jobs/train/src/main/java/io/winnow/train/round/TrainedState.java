package io.winnow.train.round;

import io.winnow.network.model.TrainableNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What training changes in a network, as one array of bytes: the parameters, then the updater's
 * state, both as floats in the order of the processor. The bytes are overwritten in place, so a
 * network is built once.
 */
final class TrainedState implements AutoCloseable {
  private final TrainableNetwork network;
  private final HostFloats parameters;
  private final @Nullable HostFloats updater;

  /** The state of a network that is initialised. */
  TrainedState(TrainableNetwork network) {
    this.network = network;
    parameters = new HostFloats(network.parameters());
    // SGD has none.
    INDArray state = network.updaterState();
    updater = state == null ? null : new HostFloats(state);
  }

  /** Length of the state. */
  int bytes() {
    return Math.addExact(HostFloats.bytes(parameters), HostFloats.bytes(updater));
  }

  /** A copy of the state. */
  byte[] save() {
    byte[] saved = new byte[bytes()];
    parameters.get(saved, 0);
    if (updater != null) {
      updater.get(saved, HostFloats.bytes(parameters));
    }
    return saved;
  }

  /** Frees the network's memory. */
  @Override
  public void close() {
    network.close();
  }

  /**
   * Overwrites the state and the counts that schedules and Adam go by.
   *
   * @param iteration updates made before
   * @param epoch passes made before
   */
  void load(byte[] saved, int iteration, int epoch) {
    parameters.put(saved, 0);
    if (updater != null) {
      updater.put(saved, HostFloats.bytes(parameters));
    }
    network.count(iteration, epoch);
  }
}
