package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.BP_WORKING_MEM;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;

/**
 * A plain recurrent layer, {@code nn.layers.recurrent.SimpleRnn}, which copies its whole input in
 * every pass and has no workspace of its own for the loop.
 */
final class SimpleRnnMemory implements LayerMemory {
  private final LayerSite site;
  private final SimpleRnn layer;
  private final long state;
  private final long steps;

  SimpleRnnMemory(LayerSite site) {
    this.site = site;
    this.layer = (SimpleRnn) site.layer();
    this.state = site.batch() * layer.getNOut();
    this.steps = Sequences.length(site.input());
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Dropouts.apply(layer.getIDropout(), site, input, scope);
    Tensor output = scope.create(ACTIVATIONS, state * steps, Layout.COLUMN_MAJOR);
    scope.create(ACTIVATIONS, input.elements(), Layout.COLUMN_MAJOR);
    if (layer.hasLayerNorm()) {
      normalised(2, scope);
    }
    return output;
  }

  private void normalised(int perStep, MemoryScope scope) {
    for (long i = 1; i < steps; i++) {
      scope.temporaries(perStep, state);
    }
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    scope.steps(steps);
    if (epsilon.layout() != Layout.COLUMN_MAJOR) {
      scope.temporary(epsilon.elements(), Layout.COLUMN_MAJOR);
    }
    scope.create(ACTIVATIONS, state * steps, Layout.COLUMN_MAJOR);
    int kept = layer.hasLayerNorm() ? 3 : 1;
    for (int i = 0; i < kept; i++) {
      scope.create(BP_WORKING_MEM, state * steps, Layout.COLUMN_MAJOR);
    }
    scope.create(ACTIVATIONS, input.elements(), Layout.COLUMN_MAJOR);
    Tensor gradient = scope.create(ACTIVATION_GRAD, input.elements(), Layout.COLUMN_MAJOR);
    for (long i = 0; i < steps; i++) {
      step(scope);
    }
    return gradient;
  }

  private void step(MemoryScope scope) {
    scope.temporaries(1, state);
    Tensor copy = scope.temporary(state, Layout.ROW_MAJOR);
    Activations.backward(layer.getActivationFn(), copy, copy, scope);
    if (layer.hasLayerNorm()) {
      scope.temporaries(3, state);
      scope.temporaries(3, layer.getNOut());
    } else {
      scope.temporaries(1, layer.getNOut());
    }
  }
}
