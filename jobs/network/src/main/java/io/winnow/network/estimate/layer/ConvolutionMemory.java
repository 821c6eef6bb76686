package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_CACHE;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;

/**
 * A convolution over images, {@code nn.layers.convolution.ConvolutionLayer}, which unfolds the
 * image into columns of N·C1·kH·kW·oH·oW elements: one array of them forward, three backward (the
 * gradient of the columns goes through a temporary of its size). In 1.0.0-beta3 there were two
 * backward, since that gradient was column-major, and ReLU overwrote what it was applied to.
 */
final class ConvolutionMemory implements LayerMemory {
  private final LayerSite site;
  private final ConvolutionLayer layer;
  private final long columns;

  ConvolutionMemory(LayerSite site) {
    this.site = site;
    this.layer = (ConvolutionLayer) site.layer();
    this.columns = columns(site, layer);
  }

  private static long columns(LayerSite site, ConvolutionLayer layer) {
    InputTypeConvolutional out = (InputTypeConvolutional) site.output();
    long places = Math.multiplyExact(out.getHeight(), out.getWidth());
    long patch = layer.getNIn() * layer.getKernelSize()[0] * layer.getKernelSize()[1];
    return Math.multiplyExact(Math.multiplyExact(site.batch(), patch), places);
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    Dropouts.apply(layer.getIDropout(), site, input, scope);
    Tensor preOutput = preOutput(input, scope);
    if (caches(scope)) {
      scope.create(FF_CACHE, columns, Layout.ROW_MAJOR);
      scope.create(FF_CACHE, preOutput.elements(), Layout.ROW_MAJOR);
    }
    return preOutput;
  }

  private boolean caches(MemoryScope scope) {
    return site.caches() && scope.training() && scope.isOpen(FF_CACHE);
  }

  private Tensor preOutput(Tensor input, MemoryScope scope) {
    if (site.helps()) {
      return scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
    }
    if (channelsLast()) {
      scope.temporary(input.elements(), Layout.ROW_MAJOR);
    }
    scope.temporary(columns, Layout.ROW_MAJOR);
    Tensor result = scope.create(ACTIVATIONS, site.outputElements(), Layout.CHANNEL_MAJOR);
    return channelsLast() ? scope.copy(ACTIVATIONS, result).as(Layout.ROW_MAJOR) : result;
  }

  private boolean channelsLast() {
    return layer.getCnn2dDataFormat() == CNN2DFormat.NHWC;
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor preOutput =
        site.caches()
            ? Tensor.outside(site.outputElements()).as(Layout.ROW_MAJOR)
            : preOutput(input, scope);
    if (site.execution().release() == Release.BETA3 && !site.helps()) {
      scope.product(columns, Layout.COLUMN_MAJOR);
      return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.CHANNEL_MAJOR);
    }
    Tensor delta = Activations.backward(layer.getActivationFn(), preOutput, epsilon, scope);
    if (site.helps()) {
      return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
    }
    if (site.batch() > 1 && delta.layout() != Layout.CHANNEL_MAJOR) {
      scope.temporary(delta.elements(), Layout.CHANNEL_MAJOR);
    }
    scope.product(columns, Layout.ROW_MAJOR);
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.CHANNEL_MAJOR);
  }
}
