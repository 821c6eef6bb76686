package io.winnow.network.estimate;

import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.Convolution3dConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Shape of one example between two layers, without the batch.
 *
 * @param channels channels, or units of a flat shape
 * @param extents depth, height and width, or height and width; empty for a flat shape
 */
record LayerShape(long channels, List<Long> extents) {
  static LayerShape flat(long units) {
    return new LayerShape(units, List.of());
  }

  static LayerShape of(@Nullable InputConfig input, @Nullable Integer preparedFeatures) {
    Integer features = input == null ? null : input.features();
    if (features == null && (input == null || input.channels() == null)) {
      features = preparedFeatures;
    }
    if (features != null) {
      return flat(features);
    }
    if (input == null || input.channels() == null) {
      throw WinnowException.usage(
          "network.input: missing, and there is no prepared data to take it from; add input:"
              + " {features: N} or channels, height and width");
    }
    if (input.height() == null || input.width() == null) {
      throw WinnowException.usage(
          "network.input: channels without height and width; add both, and depth for"
              + " convolution3d");
    }
    List<Long> extents = new ArrayList<>();
    if (input.depth() != null) {
      extents.add((long) input.depth());
    }
    extents.add((long) input.height());
    extents.add((long) input.width());
    return new LayerShape(input.channels(), extents);
  }

  long elements() {
    return extents.stream().reduce(channels, Math::multiplyExact);
  }

  List<Long> withBatch(int batch) {
    return LongStream.concat(
            LongStream.of(batch, channels), extents.stream().mapToLong(Long::longValue))
        .boxed()
        .toList();
  }

  LayerShape after(Convolution2dConfig layer, int index) {
    return convolved(index, 2, layer.filters(), layer.kernel(), layer.stride(), layer.padding());
  }

  LayerShape after(Convolution3dConfig layer, int index) {
    return convolved(index, 3, layer.filters(), layer.kernel(), layer.stride(), layer.padding());
  }

  private LayerShape convolved(
      int index, int dimensions, int filters, int kernel, int stride, Padding padding) {
    if (extents.size() != dimensions) {
      throw WinnowException.usage(
          ("network.layers[%d]: convolution%dd over an input of %d extents; give"
                  + " network.input channels%s, height and width")
              .formatted(
                  index,
                  dimensions,
                  extents.size(),
                  dimensions == 3 ? ", depth" : " without depth"));
    }
    List<Long> out = new ArrayList<>();
    for (long extent : extents) {
      long size =
          switch (padding) {
            case SAME -> (extent + stride - 1) / stride;
            case VALID -> extent < kernel ? 0 : (extent - kernel) / stride + 1;
          };
      if (size == 0) {
        throw WinnowException.usage(
            ("network.layers[%d].kernel: %d is larger than the input's extent %d; use a"
                    + " smaller kernel or padding: same")
                .formatted(index, kernel, extent));
      }
      out.add(size);
    }
    return new LayerShape(filters, out);
  }
}
