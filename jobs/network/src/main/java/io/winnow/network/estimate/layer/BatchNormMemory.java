package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;

/**
 * Batch normalisation, {@code nn.layers.normalization.BatchNormalization}: the centred and the
 * normalised input are detached until the backward pass, so that they burden the process beside its
 * workspaces.
 */
final class BatchNormMemory implements LayerMemory {
  private final LayerSite site;
  private final BatchNormalization layer;
  private final long channels;

  BatchNormMemory(LayerSite site) {
    this.site = site;
    this.layer = (BatchNormalization) site.layer();
    this.channels = layer.getNOut();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    statistics(scope);
    return isFlat() ? flat(input, scope) : image(input, scope);
  }

  private void statistics(MemoryScope scope) {
    if (scope.training()) {
      scope.temporaries(2, channels);
      scope.create(INPUT, channels, Layout.ROW_MAJOR);
    } else {
      scope.temporaries(layer.isUseLogStd() ? 4 : 2, channels);
    }
  }

  private boolean isFlat() {
    return site.input().getType() == InputType.Type.FF;
  }

  private Tensor flat(Tensor input, MemoryScope scope) {
    long size = input.elements();
    scope.detach(scope.moved(INPUT, scope.temporary(size, Layout.ROW_MAJOR)));
    Tensor normalised = scope.moved(INPUT, scope.temporary(size, Layout.ROW_MAJOR));
    scope.detach(normalised);
    return scope.moved(
        ACTIVATIONS,
        layer.isLockGammaBeta() ? normalised : scope.temporary(size, Layout.ROW_MAJOR));
  }

  private Tensor image(Tensor input, MemoryScope scope) {
    long size = input.elements();
    if (input.layout() != Layout.ROW_MAJOR) {
      scope.temporary(size, Layout.ROW_MAJOR);
    }
    scope.detach(scope.temporary(size, Layout.ROW_MAJOR));
    Tensor normalised = scope.temporary(size, Layout.ROW_MAJOR);
    scope.detach(normalised);
    return layer.isLockGammaBeta()
        ? scope.moved(ACTIVATIONS, normalised)
        : scope.create(ACTIVATIONS, size, Layout.ROW_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    if (layer.isLockGammaBeta()) {
      scope.temporaries(2, channels);
    }
    scope.temporaries(2, channels);
    scope.temporaries(1, epsilon.elements());
    Tensor gradient = scope.temporary(epsilon.elements(), Layout.ROW_MAJOR);
    scope.temporaries(1, epsilon.elements());
    scope.temporaries(4, channels);
    scope.temporaries(layer.isUseLogStd() ? 5 : 2, channels);
    return scope.moved(ACTIVATION_GRAD, gradient);
  }
}
