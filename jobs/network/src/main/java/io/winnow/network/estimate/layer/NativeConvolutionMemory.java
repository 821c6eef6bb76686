package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseLayer;

/**
 * A convolution that is one native operation: in three dimensions, transposed, separable or
 * depthwise. What it unfolds is the operation's own, outside of workspaces.
 */
final class NativeConvolutionMemory implements LayerMemory {
  private final LayerSite site;
  private final BaseLayer layer;

  NativeConvolutionMemory(LayerSite site) {
    this.site = site;
    this.layer = (BaseLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Dropouts.apply(layer.getIDropout(), site, input, scope);
    return scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    scope.operation(Columns.backward(site));
    Tensor gradient = scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
    Tensor preOutput = scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
    Activations.backward(layer.getActivationFn(), preOutput, epsilon, scope);
    return gradient;
  }
}
