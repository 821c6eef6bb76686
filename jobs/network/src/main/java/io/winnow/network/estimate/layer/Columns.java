package io.winnow.network.estimate.layer;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;

/**
 * What a convolution that is one native operation unfolds: a patch of the kernel's size for every
 * place, N·C1·kD·kH·kW·oD·oH·oW. Transposed ones unfold what they write, N·C2·k·places of the
 * input.
 */
final class Columns {
  private static final int COPIES = 2;

  private Columns() {}

  /**
   * Elements at the peak of the backward operation: the columns, as many of their gradient, and the
   * gradient of the output in another order.
   */
  static long backward(LayerSite site) {
    return Math.addExact(Math.multiplyExact(COPIES, of(site)), site.outputElements());
  }

  private static long of(LayerSite site) {
    ConvolutionLayer layer = (ConvolutionLayer) site.layer();
    boolean transposed = layer instanceof Deconvolution2D || layer instanceof Deconvolution3D;
    long channels = transposed ? layer.getNOut() : layer.getNIn();
    long patch = Math.multiplyExact(channels, kernel(layer));
    long places = places(transposed ? site.input() : site.output());
    return Math.multiplyExact(Math.multiplyExact(site.batch(), patch), places);
  }

  private static long kernel(ConvolutionLayer layer) {
    int[] extents = layer.getKernelSize();
    return layer instanceof Convolution1DLayer
        ? extents[0]
        : Arrays.stream(extents).asLongStream().reduce(1, Math::multiplyExact);
  }

  private static long places(InputType type) {
    if (type instanceof InputTypeRecurrent sequence) {
      return Math.max(1, sequence.getTimeSeriesLength());
    }
    long channels =
        switch (type.getType()) {
          case CNN -> ((InputType.InputTypeConvolutional) type).getChannels();
          case CNN3D -> ((InputType.InputTypeConvolutional3D) type).getChannels();
          case FF, RNN, CNNFlat -> 1;
        };
    return type.arrayElementsPerExample() / channels;
  }
}
