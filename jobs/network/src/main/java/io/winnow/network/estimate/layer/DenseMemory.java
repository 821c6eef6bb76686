package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;

/**
 * A fully connected layer, {@code nn.layers.BaseLayer}: the product and its column-major temporary,
 * N·nOut each; backward the same again, the activation's gradient, and N·nIn for the layer below.
 */
final class DenseMemory implements LayerMemory {
  private final LayerSite site;
  private final BaseLayer layer;

  DenseMemory(LayerSite site) {
    this.site = site;
    this.layer = (BaseLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    return product(site, Dropouts.apply(layer.getIDropout(), site, input, scope), scope);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor preOutput = product(site, input, scope);
    if (layer instanceof DenseLayer dense && dense.hasLayerNorm()) {
      scope.temporary(preOutput.elements(), Layout.ROW_MAJOR);
    }
    Activations.backward(layer.getActivationFn(), preOutput, epsilon, scope);
    return gradient(site, scope);
  }

  /**
   * Input times weights: the result is row-major, so that the product goes through a temporary; a
   * single row is copied before.
   */
  static Tensor product(LayerSite site, Tensor input, MemoryScope scope) {
    Tensor result = scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
    scope.temporary(site.outputElements(), Layout.COLUMN_MAJOR);
    if (site.batch() == 1 && input.layout() == Layout.ROW_MAJOR) {
      scope.temporary(site.inputElements(), Layout.ROW_MAJOR);
    }
    return result;
  }

  /** The transpose of a column-major array: row-major, unless there is one row only. */
  static Tensor gradient(LayerSite site, MemoryScope scope) {
    return scope.create(
        ACTIVATION_GRAD,
        site.inputElements(),
        site.batch() == 1 ? Layout.COLUMN_MAJOR : Layout.ROW_MAJOR);
  }
}
