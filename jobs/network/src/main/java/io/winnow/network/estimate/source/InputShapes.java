package io.winnow.network.estimate.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Shapes of a network's inputs: features; or channels and steps; or channels, height and width; or
 * channels, depth, height and width. Deeplearning4j's JSON does not hold them, but tells the number
 * of features where the first layer is fully connected.
 */
public final class InputShapes {
  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,8}(,[1-9][0-9]{0,8}){0,3}");

  private final String file;
  private final List<InputType> declared;

  private InputShapes(String file, List<InputType> declared) {
    this.file = file;
    this.declared = declared;
  }

  /**
   * The declared shapes.
   *
   * @param option as on the command line, inputs parted by semicolons; null where there is none
   * @param inFile as in the file; null where there are none
   */
  public static InputShapes of(@Nullable String option, @Nullable JsonNode inFile, String file) {
    List<InputType> shapes = new ArrayList<>();
    if (option != null) {
      for (String shape : option.split(";", -1)) {
        shapes.add(parsed(shape.strip(), "--input " + option));
      }
    } else if (inFile != null) {
      for (JsonNode shape : inFile) {
        List<String> extents = new ArrayList<>();
        shape.forEach(extent -> extents.add(extent.asText()));
        shapes.add(parsed(String.join(",", extents), file + ": inputShapes " + inFile));
      }
    }
    return new InputShapes(file, List.copyOf(shapes));
  }

  private static InputType parsed(String shape, String where) {
    if (!SHAPE.matcher(shape).matches()) {
      throw WinnowException.usage(
          ("%s: '%s' is no shape; write features, or channels,steps, or channels,height,width, or"
                  + " channels,depth,height,width, all above 0")
              .formatted(where, shape));
    }
    long[] extents = Arrays.stream(shape.split(",", -1)).mapToLong(Long::parseLong).toArray();
    return switch (extents.length) {
      case 1 -> InputType.feedForward(extents[0]);
      case 2 -> InputType.recurrent(extents[0], extents[1]);
      case 3 -> InputType.convolutional(extents[1], extents[2], extents[0]);
      default ->
          InputType.convolutional3D(
              Convolution3D.DataFormat.NCDHW, extents[1], extents[2], extents[3], extents[0]);
    };
  }

  /** Of a network of layers in a row. */
  public InputType forSequence(MultiLayerConfiguration network) {
    if (!declared.isEmpty()) {
      requireCount(1);
      return declared.get(0);
    }
    return told(network).orElseThrow(() -> missing("0"));
  }

  /** What the first of layers in a row tells by itself. */
  public static Optional<InputType> told(MultiLayerConfiguration network) {
    return told(network.getConf(0).getLayer(), network.getInputPreProcess(0));
  }

  /** Of a graph, in the order of its inputs. */
  public List<InputType> forGraph(ComputationGraphConfiguration network) {
    if (!declared.isEmpty()) {
      requireCount(network.getNetworkInputs().size());
      return declared;
    }
    List<InputType> shapes = new ArrayList<>();
    for (String input : network.getNetworkInputs()) {
      shapes.add(derived(network, input));
    }
    return List.copyOf(shapes);
  }

  private void requireCount(int inputs) {
    if (declared.size() != inputs) {
      throw WinnowException.usage(
          "%s: %d input shapes for %d inputs; part them by semicolons"
              .formatted(file, declared.size(), inputs));
    }
  }

  private InputType derived(ComputationGraphConfiguration network, String input) {
    for (var entry : network.getVertexInputs().entrySet()) {
      GraphVertex vertex = network.getVertices().get(entry.getKey());
      if (entry.getValue().contains(input) && vertex instanceof LayerVertex layer) {
        return told(layer.getLayerConf().getLayer(), layer.getPreProcessor())
            .orElseThrow(() -> missing(input));
      }
    }
    throw missing(input);
  }

  private static Optional<InputType> told(Layer layer, @Nullable InputPreProcessor preprocessor) {
    if (preprocessor instanceof FeedForwardToCnnPreProcessor flat) {
      return Optional.of(
          InputType.feedForward(
              flat.getNumChannels() * flat.getInputHeight() * flat.getInputWidth()));
    }
    if (layer instanceof EmbeddingLayer) {
      // Its size counts categories, and it takes the number of one.
      return Optional.of(InputType.feedForward(1));
    }
    if (preprocessor == null
        && layer instanceof FeedForwardLayer feedForward
        && !(layer instanceof BaseRecurrentLayer)
        && !(layer instanceof ConvolutionLayer)
        && !(layer instanceof EmbeddingSequenceLayer)
        && feedForward.getNIn() > 0) {
      return Optional.of(InputType.feedForward(feedForward.getNIn()));
    }
    return Optional.empty();
  }

  private WinnowException missing(String input) {
    return WinnowException.usage(
        ("%s: the shape of input %s is not in the file; give it with --input, or in the file with inputShapes, such as 3,224,224 for"
                + " channels,height,width or 64,50 for channels,steps")
            .formatted(file, input));
  }
}
