package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** Local response normalisation: squares and their sums over neighbouring channels. */
final class ResponseNormMemory implements LayerMemory {
  private static final int FORWARD = 2;
  private static final int BACKWARD = 6;

  private final LayerSite site;

  ResponseNormMemory(LayerSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    scope.temporaries(FORWARD, input.elements());
    return scope.create(ACTIVATIONS, input.elements(), Layout.ROW_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    scope.temporaries(BACKWARD, site.inputElements());
    scope.create(ACTIVATIONS, site.inputElements(), Layout.ROW_MAJOR);
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
  }
}
