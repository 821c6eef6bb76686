package io.winnow.network.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A graph of layers with one output. */
final class TrainableGraph implements TrainableNetwork {
  private final Architecture.Graph architecture;
  private final ComputationGraph network;
  private final RowLoss loss;

  TrainableGraph(Architecture.Graph architecture, @Nullable INDArray parameters) {
    this.architecture = architecture;
    // Networks that share a configuration count each other's iterations.
    network = new ComputationGraph(architecture.configuration().clone());
    network.init(parameters, false);
    loss = new RowLoss((OutputLayer) network.getOutputLayer(0).conf().getLayer());
  }

  @Override
  public Architecture architecture() {
    return architecture;
  }

  @Override
  public INDArray parameters() {
    return network.params();
  }

  @Override
  public @Nullable INDArray updaterState() {
    return network.getUpdater().getStateViewArray();
  }

  @Override
  public void count(int iteration, int epoch) {
    network.getConfiguration().setIterationCount(iteration);
    network.getConfiguration().setEpochCount(epoch);
  }

  @Override
  public int iterations() {
    return network.getIterationCount();
  }

  @Override
  public int epochs() {
    return network.getEpochCount();
  }

  @Override
  public void fit(INDArray[] inputs, INDArray targets, @Nullable INDArray weights) {
    loss.weigh(weights);
    network.fit(inputs, new INDArray[] {targets});
  }

  @Override
  public double loss() {
    return network.score();
  }

  @Override
  public INDArray output(INDArray[] inputs) {
    return network.outputSingle(false, inputs);
  }

  @Override
  public List<LayerParameters> layers() {
    List<LayerParameters> layers = new ArrayList<>();
    for (int index : network.topologicalSortOrder()) {
      GraphVertex vertex = network.getVertices()[index];
      if (vertex.numParams() > 0) {
        layers.add(new LayerParameters(vertex.getVertexName(), vertex.numParams()));
      }
    }
    return layers;
  }

  @Override
  public void close() {
    ClosedArrays.close(network.params(), updaterState(), network.getFlattenedGradients());
  }
}
