package io.winnow.network.estimate.vertex;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;

/**
 * Sum, mean, difference, product or maximum of several inputs: one output, one gradient per input;
 * the maximum also keeps which input it came from. Inputs of other shapes are broadcast.
 */
final class ElementWiseMemory implements VertexMemory {
  private final VertexSite site;
  private final ElementWiseVertex.Op operation;

  ElementWiseMemory(VertexSite site) {
    this.site = site;
    this.operation = ((ElementWiseVertex) site.vertex()).getOp();
  }

  @Override
  public Tensor forward(List<Tensor> inputs, MemoryScope scope) {
    return scope.create(ACTIVATIONS, site.output(), Layout.ROW_MAJOR);
  }

  @Override
  public List<Tensor> backward(List<Tensor> inputs, Tensor epsilon, MemoryScope scope) {
    boolean maximum = operation == ElementWiseVertex.Op.Max && inputs.size() > 1;
    if (maximum) {
      scope.temporaryBytes(epsilon.elements() * Integer.BYTES);
    }
    List<Tensor> gradients = new ArrayList<>();
    for (long elements : site.inputs()) {
      if (maximum) {
        scope.temporaryBytes(epsilon.elements());
        gradients.add(
            scope.moved(ACTIVATION_GRAD, scope.temporary(epsilon.elements(), Layout.ROW_MAJOR)));
      } else {
        gradients.add(gradient(elements, epsilon, scope));
      }
    }
    return gradients;
  }

  private Tensor gradient(long elements, Tensor epsilon, MemoryScope scope) {
    if (elements == epsilon.elements()) {
      return copied(epsilon, scope);
    }
    if (operation == ElementWiseVertex.Op.Product || operation == ElementWiseVertex.Op.Average) {
      scope.create(ACTIVATION_GRAD, epsilon.elements(), Layout.ROW_MAJOR);
    }
    return scope.create(ACTIVATION_GRAD, elements, Layout.ROW_MAJOR);
  }

  private static Tensor copied(Tensor epsilon, MemoryScope scope) {
    Layout layout =
        epsilon.layout() == Layout.COLUMN_MAJOR ? Layout.COLUMN_MAJOR : Layout.ROW_MAJOR;
    return scope.create(ACTIVATION_GRAD, epsilon.elements(), layout);
  }
}
