package io.winnow.network.estimate.layer;

import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** A layer whose parameters do not change. Gradients pass through it only where it says so. */
public final class FrozenMemory implements LayerMemory {
  private final LayerMemory inner;
  private final Gradients gradients;

  /** What becomes of gradients. */
  public enum Gradients {
    /** Back-propagation ends here. */
    STOPPED,
    /** Layers below still get theirs. */
    PASSED_ON
  }

  FrozenMemory(LayerMemory inner, Gradients gradients) {
    this.inner = inner;
    this.gradients = gradients;
  }

  /** Whether back-propagation ends here. */
  public boolean stopsGradients() {
    return gradients == Gradients.STOPPED;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return inner.forward(input, scope);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    return inner.backward(input, epsilon, scope);
  }
}
