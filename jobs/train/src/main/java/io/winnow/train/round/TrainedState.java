package io.winnow.train.round;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What training changes in a network, as one array of bytes: the parameters, then the updater's
 * state, both as floats in the order of the processor. The bytes are overwritten in place, so a
 * network is built once.
 */
final class TrainedState implements AutoCloseable {
  private final MultiLayerNetwork network;
  private final HostFloats parameters;
  private final @Nullable HostFloats updater;

  /** The state of a network that is initialised. */
  TrainedState(MultiLayerNetwork network) {
    this.network = network;
    parameters = new HostFloats(network.params());
    // SGD has none.
    INDArray state = network.getUpdater().getStateViewArray();
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

  /** Frees the memory; Deeplearning4j's own way collects the garbage of the whole process. */
  @Override
  public void close() {
    free(network.params());
    free(network.getUpdater().getStateViewArray());
    free(network.getFlattenedGradients());
  }

  private static void free(@Nullable INDArray array) {
    if (array != null && array.closeable()) {
      array.close();
    }
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
    network.getLayerWiseConfigurations().setIterationCount(iteration);
    network.getLayerWiseConfigurations().setEpochCount(epoch);
  }
}
