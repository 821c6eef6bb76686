package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss without weights at every step of a sequence or every place of an image: input and labels
 * are copied to be read row by row, and the input once more, since the loss overwrites it.
 */
final class PlaceLossMemory implements OutputMemory {
  private final LayerSite site;
  private final ILossFunction loss;
  private final IActivation activation;
  private final Places places;

  /** What the loss is taken over. */
  enum Places {
    STEPS,
    PIXELS
  }

  PlaceLossMemory(LayerSite site, ILossFunction loss, Places places) {
    this.site = site;
    this.loss = loss;
    this.activation = ((FeedForwardLayer) site.layer()).getActivationFn();
    this.places = places;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return switch (places) {
      case STEPS -> {
        Tensor rows = Sequences.rows(input, site, FF_WORKING_MEM, scope);
        yield scope.copy(ACTIVATIONS, rows).as(Layout.STRIDED);
      }
      case PIXELS -> {
        scope.copy(ACTIVATIONS, input);
        yield scope.copy(ACTIVATIONS, input).as(Layout.STRIDED);
      }
    };
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor copy = rows(input, scope);
    Tensor delta = Losses.gradient(loss, activation, copy, rowCount(), scope);
    return switch (places) {
      case STEPS -> scope.create(ACTIVATION_GRAD, delta.elements(), Layout.STRIDED);
      case PIXELS -> scope.moved(ACTIVATION_GRAD, delta).as(Layout.STRIDED);
    };
  }

  @Override
  public void score(Tensor input, MemoryScope scope) {
    rows(input, scope);
    Losses.score(loss, input.elements(), rowCount(), scope);
  }

  private Tensor rows(Tensor input, MemoryScope scope) {
    for (Tensor each : List.of(input, Tensor.outside(input.elements()))) {
      switch (places) {
        case STEPS -> Sequences.rows(each, site, FF_WORKING_MEM, scope);
        case PIXELS -> scope.temporaries(1, each.elements());
      }
    }
    return scope.temporary(input.elements(), Layout.ROW_MAJOR);
  }

  private long rowCount() {
    long channels = site.input().getShape(true)[1];
    return site.inputElements() / Math.max(1, channels);
  }
}
