package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;

/** Pooling over all places or steps; its gradients are made as working memory and then copied. */
final class GlobalPoolingMemory implements LayerMemory {
  private static final int SQUARE = 2;

  private final LayerSite site;
  private final GlobalPoolingLayer layer;

  GlobalPoolingMemory(LayerSite site) {
    this.site = site;
    this.layer = (GlobalPoolingLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    if (isNorm()) {
      scope.temporary(input.elements(), Layout.ROW_MAJOR);
    }
    return scope.moved(ACTIVATIONS, scope.temporary(site.outputElements(), Layout.ROW_MAJOR));
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    if (isNorm()) {
      scope.temporary(input.elements(), Layout.ROW_MAJOR);
      scope.temporaries(2, site.outputElements());
      if (layer.getPnorm() != SQUARE) {
        scope.temporary(input.elements(), Layout.ROW_MAJOR);
      }
    }
    Layout layout = input.layout() == Layout.COLUMN_MAJOR ? Layout.COLUMN_MAJOR : Layout.ROW_MAJOR;
    return scope.moved(ACTIVATION_GRAD, scope.temporary(input.elements(), layout));
  }

  private boolean isNorm() {
    return layer.getPoolingType() == PoolingType.PNORM;
  }
}
