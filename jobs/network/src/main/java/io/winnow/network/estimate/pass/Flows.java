package io.winnow.network.estimate.pass;

import io.winnow.core.failure.WinnowException;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.inputs.InvalidInputTypeException;

/** What flows through the vertices of a graph, by their names. */
final class Flows {
  private Flows() {}

  static Flow at(Map<String, Flow> flows, String name) {
    Flow flow = flows.get(name);
    if (flow == null) {
      throw WinnowException.usage(
          "network: nothing flows to vertex '%s'; it has no path from an input".formatted(name));
    }
    return flow;
  }

  /** What leaves a vertex without a layer. */
  static Flow through(
      String name, GraphVertex vertex, List<String> inputs, Map<String, Flow> flows) {
    List<Flow> given = inputs.stream().map(input -> at(flows, input)).toList();
    Flow first = given.get(0);
    long steps = given.stream().mapToLong(Flow::steps).max().orElse(0);
    if (vertex instanceof PreprocessorVertex shaped) {
      return first.through(shaped.getPreProcessor());
    }
    if (vertex instanceof DuplicateToTimeSeriesVertex duplicated) {
      steps = at(flows, duplicated.getInputName()).steps();
    }
    return new Flow(type(name, vertex, given, steps), rows(vertex, given), steps);
  }

  private static InputType type(String name, GraphVertex vertex, List<Flow> given, long steps) {
    try {
      InputType type =
          vertex.getOutputType(0, given.stream().map(Flow::type).toArray(InputType[]::new));
      return type instanceof InputTypeRecurrent sequence
          ? InputType.recurrent(sequence.getSize(), steps, sequence.getFormat())
          : type;
    } catch (InvalidInputTypeException | IllegalArgumentException | IllegalStateException e) {
      throw WinnowException.usage(
          "vertex %s does not fit its inputs %s: %s"
              .formatted(name, given.stream().map(Flow::type).toList(), e.getMessage()));
    }
  }

  private static long rows(GraphVertex vertex, List<Flow> given) {
    long rows = given.get(0).rows();
    if (vertex instanceof StackVertex) {
      return given.stream().mapToLong(Flow::rows).sum();
    }
    return vertex instanceof UnstackVertex part ? rows / part.getStackSize() : rows;
  }
}
