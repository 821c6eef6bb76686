package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;

/**
 * Upsampling of sequences, {@code nn.layers.convolution.upsampling.Upsampling1D}: computed as an
 * image that is stretched in both directions, of which a part is used.
 */
final class SequenceUpsamplingMemory implements LayerMemory {
  private final LayerSite site;
  private final long stretched;

  SequenceUpsamplingMemory(LayerSite site) {
    this.site = site;
    this.stretched = site.outputElements() * ((Upsampling1D) site.layer()).getSize()[0];
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return scope
        .create(ACTIVATIONS, stretched, Layout.ROW_MAJOR)
        .part(site.outputElements(), Layout.STRIDED);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    scope.temporary(stretched, Layout.ROW_MAJOR);
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
  }
}
