package io.winnow.network.model;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The loss of an output layer, of which rows may count more or less. Deeplearning4j's own weights
 * are of outputs, and its masks are none: they multiply the inputs of the activation too. It stands
 * in a network at work only, from the first row that has a weight, and is in nobody's JSON.
 */
final class RowLoss implements ILossFunction {
  private static final long serialVersionUID = 1L;

  private final transient OutputLayer layer;
  private final ILossFunction loss;
  private transient @Nullable INDArray weights;

  RowLoss(OutputLayer layer) {
    this.layer = layer;
    this.loss = layer.getLossFn();
  }

  /**
   * Sets how much the rows of the next minibatch count.
   *
   * @param next a column; null where all count 1
   */
  void weigh(@Nullable INDArray next) {
    weights = next;
    layer.setLossFn(next == null ? loss : this);
  }

  @Override
  public double computeScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    INDArray rows = computeScoreArray(labels, preOutput, activation, mask);
    double sum = rows.sumNumber().doubleValue();
    return average ? sum / rows.size(0) : sum;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    INDArray rows = loss.computeScoreArray(labels, preOutput, activation, mask);
    return weighed(rows.reshape(rows.size(0), 1));
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    return weighed(loss.computeGradient(labels, preOutput, activation, mask));
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    return new Pair<>(
        computeScore(labels, preOutput, activation, mask, average),
        computeGradient(labels, preOutput, activation, mask));
  }

  @Override
  public String name() {
    return loss.name();
  }

  private INDArray weighed(INDArray rows) {
    INDArray factors = weights;
    if (factors == null) {
      return rows;
    }
    // A column of one row is no column to ND4J.
    return factors.length() == 1 ? rows.muli(factors.getFloat(0)) : rows.muliColumnVector(factors);
  }
}
