package io.winnow.network.estimate.vertex;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;

/**
 * A vertex in its place in a graph.
 *
 * @param vertex its configuration
 * @param inputs elements of each input, over the batch
 * @param output elements of its output, over the batch
 * @param rows of the first input
 * @param input shape of one row of the first input
 */
public record VertexSite(
    GraphVertex vertex, List<Long> inputs, long output, long rows, InputType input) {}
