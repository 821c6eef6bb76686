package io.winnow.network.build;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Cross entropy for targets that are weights times one-hot classes. Without weights of its own
 * Deeplearning4j takes a row's targets to add up to 1, and its gradient is another; with ones it
 * multiplies by their sum. Its masks are no weights: they multiply the inputs of the softmax too.
 */
public final class WeightedLoss {
  private WeightedLoss() {}

  /** The loss of an output layer of so many classes. */
  public static ILossFunction of(int classes) {
    return new LossMCXENT(Nd4j.ones(DataType.FLOAT, 1, classes));
  }
}
