package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.BP_WORKING_MEM;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** A recurrent layer of which the last step is used, as a view. */
final class LastStepMemory implements LayerMemory {
  private final LayerSite site;
  private final LayerMemory inner;
  private final long steps;

  LastStepMemory(LayerSite site, LayerMemory inner) {
    this.site = site;
    this.inner = inner;
    this.steps = Sequences.length(site.input());
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return inner.forward(input, scope).part(site.outputElements(), Layout.COLUMN_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor whole = scope.create(BP_WORKING_MEM, epsilon.elements() * steps, Layout.COLUMN_MAJOR);
    return inner.backward(input, whole, scope);
  }
}
