package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.Map;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossCosineProximity;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossKLD;
import org.nd4j.linalg.lossfunctions.impl.LossL1;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMAPE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossMSLE;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;
import org.nd4j.linalg.lossfunctions.impl.LossWasserstein;

/** Arrays of loss functions, all in the current workspace. */
final class Losses {
  private static final Copies UNKNOWN = new Copies(6, 0, 4, 1);
  private static final Map<Class<?>, Copies> COPIES =
      Map.ofEntries(
          Map.entry(LossMCXENT.class, new Copies(1, 0, 1, 0)),
          Map.entry(LossNegativeLogLikelihood.class, new Copies(1, 0, 1, 0)),
          Map.entry(LossMSE.class, new Copies(1, 0, 1, 0)),
          Map.entry(LossL2.class, new Copies(1, 0, 1, 0)),
          Map.entry(LossBinaryXENT.class, new Copies(2, 0, 3, 0)),
          Map.entry(LossL1.class, new Copies(2, 0, 1, 0)),
          Map.entry(LossMAE.class, new Copies(2, 0, 1, 0)),
          Map.entry(LossHinge.class, new Copies(2, 0, 1, 1)),
          Map.entry(LossSquaredHinge.class, new Copies(3, 0, 1, 1)),
          Map.entry(LossKLD.class, new Copies(2, 0, 2, 0)),
          Map.entry(LossPoisson.class, new Copies(2, 0, 3, 0)),
          Map.entry(LossCosineProximity.class, new Copies(4, 5, 2, 2)),
          Map.entry(LossMAPE.class, new Copies(3, 0, 1, 0)),
          Map.entry(LossMSLE.class, new Copies(4, 0, 2, 0)),
          Map.entry(LossSparseMCXENT.class, new Copies(2, 0, 2, 0)),
          Map.entry(LossWasserstein.class, new Copies(1, 0, 2, 1)));

  private Losses() {}

  /**
   * How many arrays a loss makes.
   *
   * @param gradient of the size of the output, for the gradient
   * @param gradientRows with one number per row, for the gradient
   * @param score of the size of the output, for the score
   * @param scoreRows with one number per row, for the score
   */
  private record Copies(int gradient, int gradientRows, int score, int scoreRows) {}

  /** Whether the arrays of a loss are known; else a bound is taken. */
  static boolean isKnown(ILossFunction loss) {
    return COPIES.containsKey(loss.getClass());
  }

  /** The gradient before the output's activation function. */
  static Tensor gradient(
      ILossFunction loss, IActivation activation, Tensor preOutput, long rows, MemoryScope scope) {
    Copies copies = COPIES.getOrDefault(loss.getClass(), UNKNOWN);
    scope.temporaries(copies.gradientRows(), rows);
    scope.temporaries(copies.gradient() - 1, preOutput.elements());
    Tensor gradient = scope.temporary(preOutput.elements(), Layout.ROW_MAJOR);
    return activation instanceof ActivationSoftmax && loss instanceof LossMCXENT
        ? gradient
        : Activations.backward(activation, gradient, gradient, scope);
  }

  /** The score, a single number at the end. */
  static void score(ILossFunction loss, long outputs, long rows, MemoryScope scope) {
    Copies copies = COPIES.getOrDefault(loss.getClass(), UNKNOWN);
    scope.temporaries(copies.scoreRows(), rows);
    scope.temporaries(copies.score(), outputs);
    scope.temporaries(1, 1);
  }
}
