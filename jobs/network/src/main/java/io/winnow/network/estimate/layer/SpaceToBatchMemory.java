package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;

/** Blocks of an image moved into the batch, which grows by as much as the image shrinks. */
final class SpaceToBatchMemory implements LayerMemory {
  private static final long BLOCK_BYTES = 8;
  private static final long PADDING_BYTES = 16;

  private final LayerSite site;

  SpaceToBatchMemory(LayerSite site) {
    this.site = site;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return moved(scope.create(ACTIVATIONS, site.inputElements(), Layout.ROW_MAJOR), scope);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    return moved(scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR), scope);
  }

  private static Tensor moved(Tensor result, MemoryScope scope) {
    scope.temporaryBytes(BLOCK_BYTES);
    scope.temporaryBytes(PADDING_BYTES);
    return result;
  }
}
