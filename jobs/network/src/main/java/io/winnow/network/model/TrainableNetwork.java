package io.winnow.network.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network with its parameters and updater state. For one thread at a time. */
public sealed interface TrainableNetwork permits TrainableLayers, TrainableGraph {

  /** What it is made of. */
  Architecture architecture();

  /** All weights and biases, as a view. */
  INDArray parameters();

  /** What the updater remembers, as a view; null where it remembers nothing. */
  @Nullable INDArray updaterState();

  /** Sets the counts that schedules and Adam go by. */
  void count(int iteration, int epoch);

  /** Updates made so far. */
  int iterations();

  /** Passes made so far. */
  int epochs();

  /**
   * One update by one minibatch.
   *
   * @param inputs one array for each input
   */
  default void fit(INDArray[] inputs, INDArray targets) {
    fit(inputs, targets, null);
  }

  /**
   * One update by one minibatch whose rows may count more or less than others.
   *
   * @param inputs one array for each input
   * @param weights a column with the factor of each row's loss; null where all are 1
   */
  void fit(INDArray[] inputs, INDArray targets, @Nullable INDArray weights);

  /** Mean loss over the examples of the last minibatch, before its update. */
  double loss();

  /** Outputs without dropout, one row for each example. */
  INDArray output(INDArray[] inputs);

  /** Parameters by layer, in the order in which {@link #parameters} has them. */
  List<LayerParameters> layers();

  /** Frees its arrays; Deeplearning4j's own way collects the garbage of the whole process. */
  void close();

  /**
   * The parameters of a layer, which follow on those of the layer before.
   *
   * @param name of the layer
   * @param count of its parameters
   */
  record LayerParameters(String name, long count) {}
}
