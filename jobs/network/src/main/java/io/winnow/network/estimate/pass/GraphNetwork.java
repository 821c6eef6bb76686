package io.winnow.network.estimate.pass;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.Basis;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.layer.Execution;
import io.winnow.network.estimate.layer.InputOwner;
import io.winnow.network.estimate.layer.LayerMemories;
import io.winnow.network.estimate.layer.LayerSite;
import io.winnow.network.estimate.layer.PreprocessorMemory;
import io.winnow.network.estimate.vertex.VertexMemories;
import io.winnow.network.estimate.vertex.VertexSite;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.util.GraphIndices;
import org.jspecify.annotations.Nullable;

/** A network whose vertices form a directed graph, over inputs of known shapes. */
public final class GraphNetwork implements NetworkModel {
  private final ComputationGraphConfiguration configuration;
  private final List<InputType> inputs;
  private final List<String> order;

  /**
   * A network over examples of shapes.
   *
   * @param inputs one shape per input of the graph, in its order
   */
  public GraphNetwork(ComputationGraphConfiguration configuration, List<InputType> inputs) {
    this.configuration = configuration;
    this.inputs = List.copyOf(inputs);
    this.order = order(configuration);
  }

  private static List<String> order(ComputationGraphConfiguration configuration) {
    try {
      GraphIndices indices = new ComputationGraph(configuration).calculateIndices();
      return Arrays.stream(indices.getTopologicalSortOrder())
          .mapToObj(index -> indices.getIdxToName().get(index))
          .toList();
    } catch (IllegalStateException cycle) {
      throw WinnowException.usage("network: " + cycle.getMessage());
    }
  }

  /** A copy of its configuration, to make a network of. */
  public ComputationGraphConfiguration configuration() {
    return configuration.clone();
  }

  /** The shapes of one example, in the order of the graph's inputs. */
  public List<InputType> inputs() {
    return inputs;
  }

  @Override
  public List<LayerInfo> layers(Phase phase, long batch) {
    Map<String, Flow> flows = flows(phase);
    List<LayerInfo> layers = new ArrayList<>();
    for (String name : order) {
      GraphVertex vertex = configuration.getVertices().get(name);
      if (vertex instanceof LayerVertex layer) {
        layers.add(LayerInfos.of(name, layer.getLayerConf(), shape(name, layer, flows), batch));
      } else {
        layers.add(info(name, vertex, flows, batch));
      }
    }
    return layers;
  }

  private LayerInfo info(
      String name, @Nullable GraphVertex vertex, Map<String, Flow> flows, long batch) {
    Flow output = Flows.at(flows, name);
    return new LayerInfo(
        name,
        vertex == null ? "input" : LayerInfos.type(vertex.getClass()),
        LayerInfos.shape(output, batch),
        Math.multiplyExact(batch, output.elements()),
        0,
        0,
        vertex == null || VertexMemories.covers(vertex) ? Basis.FORMULA : Basis.UNCOVERED);
  }

  private LayerShape shape(String name, LayerVertex layer, Map<String, Flow> flows) {
    Flow given = Flows.at(flows, inputs(name).get(0));
    return LayerShape.of(name, 0, layer.getLayerConf().getLayer(), layer.getPreProcessor(), given);
  }

  private List<String> inputs(String name) {
    List<String> names = configuration.getVertexInputs().get(name);
    if (names == null || names.isEmpty()) {
      throw WinnowException.usage("network: vertex '%s' has no input".formatted(name));
    }
    return names;
  }

  private Map<String, Flow> flows(Phase phase) {
    Map<String, Flow> flows = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      InputType input = inputs.get(i);
      flows.put(
          configuration.getNetworkInputs().get(i),
          Flow.of(phase == Phase.TRAINING ? truncated(input) : input));
    }
    for (String name : order) {
      GraphVertex vertex = configuration.getVertices().get(name);
      if (vertex instanceof LayerVertex layer) {
        flows.put(name, shape(name, layer, flows).output());
      } else if (vertex != null) {
        flows.put(name, Flows.through(name, vertex, inputs(name), flows));
      }
    }
    return flows;
  }

  private InputType truncated(InputType input) {
    return SequentialNetwork.truncated(
        input, configuration.getBackpropType(), configuration.getTbpttFwdLength());
  }

  @Override
  public long steps() {
    return inputs.stream()
        .mapToLong(input -> SequentialNetwork.steps(truncated(input)))
        .max()
        .orElse(0);
  }

  @Override
  public NetworkModel truncatedTo(int steps) {
    ComputationGraphConfiguration shorter = configuration.clone();
    shorter.setBackpropType(BackpropType.TruncatedBPTT);
    shorter.setTbpttFwdLength(steps);
    shorter.setTbpttBackLength(steps);
    return new GraphNetwork(shorter, inputs);
  }

  @Override
  public MemoryReport frameworkReport() {
    return configuration.getMemoryReport(inputs.toArray(InputType[]::new));
  }

  @Override
  public long minibatchElements(Phase phase, long batch) {
    Map<String, Flow> flows = flows(phase);
    long elements = inputs.stream().mapToLong(input -> Flow.of(input).elements()).sum();
    if (phase == Phase.TRAINING) {
      for (String output : configuration.getNetworkOutputs()) {
        elements += Flows.at(flows, output).elements();
      }
    }
    return Math.multiplyExact(batch, elements);
  }

  @Override
  public PassResult pass(Phase phase, long batch, Execution execution, PassSetting setting) {
    Map<String, Flow> flows = flows(phase);
    List<GraphNode> nodes = new ArrayList<>();
    List<Tensor> examples = new ArrayList<>();
    for (String name : order) {
      GraphVertex vertex = configuration.getVertices().get(name);
      if (vertex == null) {
        nodes.add(new GraphNode(List.of(), null, null, GraphNode.Role.INNER));
        examples.add(Tensor.outside(Math.multiplyExact(batch, Flows.at(flows, name).elements())));
      } else {
        nodes.add(node(name, vertex, flows, batch, execution));
      }
    }
    return switch (phase) {
      case TRAINING -> new GraphTraining(nodes, setting).run(examples);
      case INFERENCE -> new GraphInference(nodes, setting).run(examples);
    };
  }

  private GraphNode node(
      String name, GraphVertex vertex, Map<String, Flow> flows, long batch, Execution execution) {
    List<String> names = inputs(name);
    List<Integer> places = names.stream().map(order::indexOf).toList();
    GraphNode.Role role =
        configuration.getNetworkOutputs().contains(name)
            ? GraphNode.Role.OUTPUT
            : GraphNode.Role.INNER;
    if (vertex instanceof LayerVertex layer) {
      return new GraphNode(places, layer(name, layer, flows, batch, execution), null, role);
    }
    List<Flow> given = names.stream().map(input -> Flows.at(flows, input)).toList();
    VertexSite site =
        new VertexSite(
            vertex,
            given.stream().map(flow -> Math.multiplyExact(batch, flow.elements())).toList(),
            Math.multiplyExact(batch, Flows.at(flows, name).elements()),
            Math.multiplyExact(batch, given.get(0).rows()),
            given.get(0).type());
    return new GraphNode(places, null, VertexMemories.of(site), role);
  }

  private Node layer(
      String name, LayerVertex vertex, Map<String, Flow> flows, long batch, Execution execution) {
    LayerShape shape = shape(name, vertex, flows);
    NeuralNetConfiguration conf = vertex.getLayerConf();
    LayerSite site =
        new LayerSite(
            conf.getLayer(),
            shape.input().type(),
            shape.output().type(),
            Math.multiplyExact(batch, shape.input().rows()),
            owner(name),
            execution);
    InputPreProcessor preprocessor = vertex.getPreProcessor();
    return new Node(
        preprocessor == null
            ? null
            : new PreprocessorMemory(
                preprocessor,
                shape.given().type(),
                Math.multiplyExact(batch, shape.given().rows())),
        LayerMemories.of(site, LayerInfos.parameters(conf)));
  }

  /** A layer may overwrite its input when it is the last one to read it. */
  private InputOwner owner(String name) {
    String input = inputs(name).get(0);
    if (configuration.getNetworkInputs().contains(input)) {
      return InputOwner.CALLER;
    }
    String last =
        order.stream()
            .filter(
                vertex ->
                    configuration.getVertexInputs().getOrDefault(vertex, List.of()).contains(input))
            .reduce(name, (first, second) -> second);
    return last.equals(name) ? InputOwner.NETWORK : InputOwner.CALLER;
  }
}
