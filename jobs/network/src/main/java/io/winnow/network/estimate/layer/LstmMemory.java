package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.BP_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.RNN_BP_LOOP_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.RNN_FF_LOOP_WORKING_MEM;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;

/**
 * Long short-term memory, {@code nn.layers.recurrent.LSTMHelpers}. With H units, N examples and T
 * steps: forward N·H·T of output and 2·N·H per step of working memory; backward the forward pass
 * again with 8·N·H per step kept, and N·H per step for the gradient of the cells.
 */
final class LstmMemory implements LayerMemory {
  private static final int GATES = 4;

  private final LayerSite site;
  private final BaseRecurrentLayer layer;
  private final IActivation gates;
  private final Peepholes peepholes;
  private final long units;
  private final long state;
  private final long stepInput;
  private final long steps;

  /** Whether gates see the cells: Graves' form of the layer. */
  enum Peepholes {
    NONE,
    GRAVES
  }

  LstmMemory(LayerSite site, IActivation gates, Peepholes peepholes) {
    this.site = site;
    this.layer = (BaseRecurrentLayer) site.layer();
    this.gates = gates;
    this.peepholes = peepholes;
    this.units = layer.getNOut();
    this.state = site.batch() * units;
    this.stepInput = site.batch() * layer.getNIn();
    this.steps = Sequences.length(site.input());
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Dropouts.apply(layer.getIDropout(), site, input, scope);
    Tensor output = start(scope);
    scope.loop(
        RNN_FF_LOOP_WORKING_MEM,
        steps,
        () -> {
          gates(input, scope);
          peepholes(3, scope);
          keep(2, FF_WORKING_MEM, scope);
        });
    return output;
  }

  private Tensor start(MemoryScope scope) {
    scope.temporaries(1, state);
    scope.temporaries(1, GATES * units * units);
    Tensor output = scope.create(ACTIVATIONS, state * steps, Layout.COLUMN_MAJOR);
    scope.temporaries(1, state);
    return output;
  }

  private void gates(Tensor input, MemoryScope scope) {
    slice(input, scope);
    scope.product(GATES * state, Layout.ROW_MAJOR);
    if (site.batch() == 1) {
      scope.temporaries(1, stepInput);
    }
  }

  /** A step of the input, copied unless steps are kept together. */
  private void slice(Tensor input, MemoryScope scope) {
    if (input.layout() != Layout.COLUMN_MAJOR) {
      scope.temporaries(1, stepInput);
    }
  }

  private void peepholes(int count, MemoryScope scope) {
    if (peepholes == Peepholes.GRAVES) {
      scope.temporaries(count, state);
    }
  }

  private void keep(int count, ArrayType kind, MemoryScope scope) {
    for (int i = 0; i < count; i++) {
      scope.create(kind, state, Layout.COLUMN_MAJOR);
    }
  }

  private boolean sigmoidGates() {
    return gates instanceof ActivationSigmoid;
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    forwardAgain(input, scope);
    Tensor gradient = scope.create(ACTIVATION_GRAD, stepInput * steps, Layout.COLUMN_MAJOR);
    scope.temporaries(1, GATES * state);
    scope.loop(RNN_BP_LOOP_WORKING_MEM, 1, () -> stepBack(input, Step.FIRST, scope));
    scope.loop(RNN_BP_LOOP_WORKING_MEM, steps - 1, () -> stepBack(input, Step.LATER, scope));
    return gradient;
  }

  private void forwardAgain(Tensor input, MemoryScope scope) {
    start(scope);
    int kept = sigmoidGates() ? 8 : 11;
    scope.loop(
        RNN_FF_LOOP_WORKING_MEM,
        steps,
        () -> {
          gates(input, scope);
          scope.temporaries(1, state);
          peepholes(3, scope);
          keep(kept, BP_WORKING_MEM, scope);
        });
  }

  private enum Step {
    FIRST,
    LATER
  }

  private void stepBack(Tensor input, Step step, MemoryScope scope) {
    boolean later = step == Step.LATER && peepholes == Peepholes.GRAVES;
    scope.temporaries(later ? 2 : 1, state);
    scope.temporaries(sigmoidGates() ? 3 : 2, state);
    peepholes(1, scope);
    scope.temporaries(sigmoidGates() ? 1 : 4, state);
    keep(1, BP_WORKING_MEM, scope);
    slice(input, scope);
    if (peepholes == Peepholes.GRAVES) {
      scope.temporaries(3, state);
      scope.temporaries(3, units);
    }
    scope.temporaries(1, GATES * units);
  }
}
