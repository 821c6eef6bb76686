package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;

/** A look-up of one vector per step. */
final class EmbeddingSequenceMemory implements LayerMemory {
  private final EmbeddingSequenceLayer layer;
  private final long vectors;

  EmbeddingSequenceMemory(LayerSite site) {
    this.layer = (EmbeddingSequenceLayer) site.layer();
    this.vectors = site.batch() * Sequences.length(site.output());
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return scope.create(ACTIVATIONS, vectors * layer.getNOut(), Layout.STRIDED);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor preOutput = scope.create(ACTIVATIONS, vectors * layer.getNOut(), Layout.STRIDED);
    Tensor delta = Activations.backward(layer.getActivationFn(), preOutput, epsilon, scope);
    scope.temporaries(2, delta.elements());
    scope.temporaryBytes(vectors * Integer.BYTES);
    return Tensor.outside(0);
  }
}
