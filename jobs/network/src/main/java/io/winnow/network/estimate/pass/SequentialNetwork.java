package io.winnow.network.estimate.pass;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.layer.Execution;
import io.winnow.network.estimate.layer.InputOwner;
import io.winnow.network.estimate.layer.LayerMemories;
import io.winnow.network.estimate.layer.LayerSite;
import io.winnow.network.estimate.layer.PreprocessorMemory;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.jspecify.annotations.Nullable;

/** A network whose layers follow one another, over an input of a known shape. */
public final class SequentialNetwork implements NetworkModel {
  private final MultiLayerConfiguration configuration;
  private final InputType input;

  /** A network over examples of a shape. */
  public SequentialNetwork(MultiLayerConfiguration configuration, InputType input) {
    this.configuration = configuration;
    this.input = input;
  }

  /** A copy of its configuration, to make a network of. */
  public MultiLayerConfiguration configuration() {
    return configuration.clone();
  }

  /** The shape of one example. */
  public InputType input() {
    return input;
  }

  @Override
  public List<LayerInfo> layers(Phase phase, long batch) {
    List<LayerShape> shapes = shapes(phase);
    List<LayerInfo> layers = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      layers.add(LayerInfos.of(name(i), configuration.getConf(i), shapes.get(i), batch));
    }
    return layers;
  }

  @Override
  public MemoryReport frameworkReport() {
    return configuration.getMemoryReport(input);
  }

  @Override
  public long minibatchElements(Phase phase, long batch) {
    List<LayerShape> shapes = shapes(phase);
    long features = Flow.of(input).elements();
    long labels = phase == Phase.TRAINING ? shapes.get(shapes.size() - 1).output().elements() : 0;
    return Math.multiplyExact(batch, Math.addExact(features, labels));
  }

  @Override
  public PassResult pass(Phase phase, long batch, Execution execution, PassSetting setting) {
    List<LayerShape> shapes = shapes(phase);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      nodes.add(node(i, shapes.get(i), batch, execution));
    }
    Tensor examples = Tensor.outside(Math.multiplyExact(batch, shapes.get(0).given().elements()));
    return switch (phase) {
      case TRAINING -> new SequentialTraining(nodes, setting).run(examples);
      case INFERENCE -> new SequentialInference(nodes, setting).run(examples);
    };
  }

  @Override
  public long steps() {
    return steps(truncated());
  }

  static long steps(InputType seen) {
    return seen instanceof InputTypeRecurrent sequence ? sequence.getTimeSeriesLength() : 0;
  }

  @Override
  public NetworkModel truncatedTo(int steps) {
    MultiLayerConfiguration shorter = configuration.clone();
    shorter.setBackpropType(BackpropType.TruncatedBPTT);
    shorter.setTbpttFwdLength(steps);
    shorter.setTbpttBackLength(steps);
    return new SequentialNetwork(shorter, input);
  }

  private Node node(int index, LayerShape shape, long batch, Execution execution) {
    InputPreProcessor preprocessor = configuration.getInputPreProcess(index);
    NeuralNetConfiguration conf = configuration.getConf(index);
    LayerSite site =
        new LayerSite(
            conf.getLayer(),
            shape.input().type(),
            shape.output().type(),
            Math.multiplyExact(batch, shape.input().rows()),
            index == 0 ? InputOwner.CALLER : InputOwner.NETWORK,
            execution);
    return new Node(
        preprocessor == null
            ? null
            : new PreprocessorMemory(
                preprocessor,
                shape.given().type(),
                Math.multiplyExact(batch, shape.given().rows())),
        LayerMemories.of(site, LayerInfos.parameters(conf)));
  }

  /**
   * The shapes between the layers.
   *
   * @throws WinnowException where a layer does not fit the one before it
   */
  List<LayerShape> shapes(Phase phase) {
    List<LayerShape> shapes = new ArrayList<>();
    Flow current = Flow.of(phase == Phase.TRAINING ? truncated() : input);
    for (int i = 0; i < configuration.getConfs().size(); i++) {
      LayerShape shape =
          LayerShape.of(
              name(i),
              i,
              configuration.getConf(i).getLayer(),
              configuration.getInputPreProcess(i),
              current);
      shapes.add(shape);
      current = shape.output();
    }
    return shapes;
  }

  /** The name of a layer, or its place and kind where it has none. */
  private String name(int index) {
    Layer layer = configuration.getConf(index).getLayer();
    return layer.getLayerName() == null ? "layer" + index : layer.getLayerName();
  }

  /** Truncated back-propagation sees so many steps at a time. */
  private InputType truncated() {
    return truncated(input, configuration.getBackpropType(), configuration.getTbpttFwdLength());
  }

  static InputType truncated(InputType input, @Nullable BackpropType type, int length) {
    if (type != BackpropType.TruncatedBPTT
        || !(input instanceof InputTypeRecurrent sequence)
        || sequence.getTimeSeriesLength() <= length) {
      return input;
    }
    return InputType.recurrent(sequence.getSize(), length, sequence.getFormat());
  }
}
