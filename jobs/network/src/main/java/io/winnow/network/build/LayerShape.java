package io.winnow.network.build;

import io.winnow.core.config.network.BatchNormConfig;
import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.Convolution3dConfig;
import io.winnow.core.config.network.GlobalPoolingConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LayerConfig;
import io.winnow.core.config.network.LstmConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.config.network.Pooling2dConfig;
import io.winnow.core.config.network.Pooling3dConfig;
import io.winnow.core.config.network.Returns;
import io.winnow.core.config.network.SimpleRnnConfig;
import io.winnow.core.failure.WinnowException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.jspecify.annotations.Nullable;

/**
 * Shape of one example between two layers, without the batch.
 *
 * @param channels channels, or units of a flat shape, or features of a step
 * @param extents depth, height and width of a volume; height and width of an image; steps of a
 *     sequence; empty for a flat shape
 */
public record LayerShape(long channels, List<Long> extents) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int FLAT = 0;
  private static final int SEQUENCE = 1;
  private static final int IMAGE = 2;
  private static final int VOLUME = 3;

  /** A shape of its own. */
  public LayerShape {
    extents = List.copyOf(extents);
  }

  /** A shape without extents. */
  public static LayerShape flat(long units) {
    return new LayerShape(units, List.of());
  }

  /** Deeplearning4j's shape of one example. */
  public static LayerShape of(InputType type) {
    List<Long> shape = LongStream.of(type.getShape(false)).boxed().toList();
    return new LayerShape(shape.get(0), shape.subList(1, shape.size()));
  }

  /**
   * The shape of a network's input.
   *
   * @param input as declared, or null
   * @param preparedFeatures features of the prepared data, or null where there is none
   * @throws WinnowException where nothing tells the shape, or only a part of it
   */
  public static LayerShape of(@Nullable InputConfig input, @Nullable Integer preparedFeatures) {
    if (input != null && input.channels() != null) {
      return image(input, input.channels());
    }
    if (input != null
        && (input.depth() != null || input.height() != null || input.width() != null)) {
      throw WinnowException.usage(
          "network.input: depth, height or width without channels; add channels, 1 for grey images");
    }
    Integer features =
        input == null || input.features() == null ? preparedFeatures : input.features();
    if (input != null && input.steps() != null) {
      if (input.features() == null) {
        throw WinnowException.usage(
            "network.input: steps without features; add the features of one step");
      }
      return new LayerShape(input.features(), List.of((long) input.steps()));
    }
    if (features == null) {
      throw WinnowException.usage(
          "network.input: missing, and there is no prepared data to take it from; add input:"
              + " {features: N} or channels, height and width");
    }
    return flat(features);
  }

  private static LayerShape image(InputConfig input, int channels) {
    if (input.features() != null || input.steps() != null) {
      throw WinnowException.usage(
          "network.input: channels beside features or steps; keep those of an image or those of a"
              + " sequence");
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
    return new LayerShape(channels, extents);
  }

  /** Values of one example. */
  public long elements() {
    return extents.stream().reduce(channels, Math::multiplyExact);
  }

  /** The shape of a minibatch. */
  public List<Long> withBatch(int batch) {
    return LongStream.concat(
            LongStream.of(batch, channels), extents.stream().mapToLong(Long::longValue))
        .boxed()
        .toList();
  }

  /** As Deeplearning4j has it: batch, channels, then extents. */
  public InputType inputType() {
    return switch (extents.size()) {
      case FLAT -> InputType.feedForward(channels);
      case SEQUENCE -> InputType.recurrent(channels, extents.get(0));
      case IMAGE -> InputType.convolutional(extents.get(0), extents.get(1), channels);
      default ->
          InputType.convolutional3D(
              Convolution3D.DataFormat.NCDHW,
              extents.get(0),
              extents.get(1),
              extents.get(2),
              channels);
    };
  }

  /** Such as {@code 1 x 28 x 28}. */
  @Override
  public String toString() {
    return Stream.concat(Stream.of(channels), extents.stream())
        .map(String::valueOf)
        .collect(Collectors.joining(" x "));
  }

  /**
   * The shape behind a layer that is no output layer.
   *
   * @param index of the layer, for messages
   * @throws WinnowException where the layer does not fit this shape
   */
  public LayerShape after(LayerConfig layer, int index) {
    if (layer instanceof Convolution2dConfig c) {
      return windowed(layer, index, IMAGE, c.filters(), c.kernel(), c.stride(), c.padding());
    }
    if (layer instanceof Convolution3dConfig c) {
      return windowed(layer, index, VOLUME, c.filters(), c.kernel(), c.stride(), c.padding());
    }
    if (layer instanceof Pooling2dConfig p) {
      return windowed(layer, index, IMAGE, channels, p.kernel(), p.stride(), p.padding());
    }
    if (layer instanceof Pooling3dConfig p) {
      return windowed(layer, index, VOLUME, channels, p.kernel(), p.stride(), p.padding());
    }
    if (layer instanceof LstmConfig lstm) {
      return recurrent(layer, index, lstm.units(), lstm.returns());
    }
    if (layer instanceof SimpleRnnConfig rnn) {
      return recurrent(layer, index, rnn.units(), rnn.returns());
    }
    if (layer instanceof GlobalPoolingConfig) {
      if (extents.isEmpty()) {
        throw misplaced(layer, index, "channels, height and width, or features and steps");
      }
      return flat(channels);
    }
    if (layer instanceof BatchNormConfig) {
      // Deeplearning4j's has no other.
      if (extents.size() != FLAT && extents.size() != IMAGE) {
        throw WinnowException.usage(
            "network.layers[%d]: batchNorm over a sequence or a volume; put it where shapes are flat, or over images"
                .formatted(index));
      }
      return this;
    }
    return fullyConnected(layer, index, LayerFactory.units(layer));
  }

  /**
   * The shape behind a fully connected layer, which flattens images and volumes.
   *
   * @throws WinnowException over a sequence
   */
  public LayerShape fullyConnected(LayerConfig layer, int index, long units) {
    if (extents.size() == SEQUENCE) {
      throw WinnowException.usage(
          ("network.layers[%d]: %s over a sequence; set returns: last on the layer before it, or put"
                  + " globalPooling between them")
              .formatted(index, LayerNames.type(layer)));
    }
    return flat(units);
  }

  private LayerShape recurrent(LayerConfig layer, int index, long units, Returns returns) {
    if (extents.size() != SEQUENCE) {
      throw misplaced(layer, index, "features and steps");
    }
    return switch (returns) {
      case LAST -> flat(units);
      case SEQUENCE -> new LayerShape(units, extents);
    };
  }

  private LayerShape windowed(
      LayerConfig layer,
      int index,
      int dimensions,
      long out,
      int kernel,
      int stride,
      Padding padding) {
    if (extents.size() != dimensions) {
      throw misplaced(
          layer,
          index,
          dimensions == VOLUME
              ? "channels, depth, height and width"
              : "channels without depth, height and width");
    }
    List<Long> after = new ArrayList<>();
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
      after.add(size);
    }
    return new LayerShape(out, after);
  }

  private WinnowException misplaced(LayerConfig layer, int index, String remedy) {
    return WinnowException.usage(
        "network.layers[%d]: %s over an input of %d extents; give network.input %s"
            .formatted(index, LayerNames.type(layer), extents.size(), remedy));
  }
}
