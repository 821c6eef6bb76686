package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.BP_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.workspace.ArrayType;

/**
 * Two recurrent layers over a sequence and its reverse, {@code nn.layers.recurrent
 * .BidirectionalLayer}: input, outputs and gradients of one direction are reversed by copies.
 */
final class BidirectionalMemory implements LayerMemory {
  private final Bidirectional.Mode mode;
  private final LayerMemory forwards;
  private final LayerMemory backwards;

  BidirectionalMemory(Bidirectional.Mode mode, LayerMemory forwards, LayerMemory backwards) {
    this.mode = mode;
    this.forwards = forwards;
    this.backwards = backwards;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    if (input.layout() != Layout.COLUMN_MAJOR) {
      scope.beside(input, Layout.COLUMN_MAJOR);
    }
    Tensor reversed = scope.beside(input, Layout.COLUMN_MAJOR);
    Tensor first = forwards.forward(input, scope);
    Tensor second = reversed(backwards.forward(reversed, scope), FF_WORKING_MEM, scope);
    return switch (mode) {
      case ADD, AVERAGE -> first;
      case MUL -> {
        scope.detach(first);
        scope.detach(second);
        yield scope.copy(ACTIVATIONS, first);
      }
      case CONCAT ->
          scope.moved(
              ACTIVATIONS, scope.temporary(first.elements() + second.elements(), Layout.ROW_MAJOR));
    };
  }

  /** A reversed copy; what does not keep its steps together is copied once more before. */
  private static Tensor reversed(Tensor sequence, ArrayType kind, MemoryScope scope) {
    if (sequence.layout() != Layout.COLUMN_MAJOR) {
      scope.create(kind, sequence.elements(), Layout.COLUMN_MAJOR);
    }
    return scope.create(kind, sequence.elements(), Layout.COLUMN_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor first = epsilon(epsilon, scope);
    Tensor second =
        reversed(
            mode == Bidirectional.Mode.MUL ? epsilon(epsilon, scope) : first,
            BP_WORKING_MEM,
            scope);
    Tensor gradient = forwards.backward(input, first, scope);
    reversed(
        backwards.backward(input.as(Layout.COLUMN_MAJOR), second, scope), BP_WORKING_MEM, scope);
    return gradient;
  }

  private Tensor epsilon(Tensor epsilon, MemoryScope scope) {
    return switch (mode) {
      case ADD -> epsilon;
      case CONCAT -> epsilon.part(epsilon.elements() / 2, Layout.STRIDED);
      case MUL, AVERAGE -> scope.temporary(epsilon.elements(), epsilon.layout());
    };
  }
}
