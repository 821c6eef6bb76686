package io.winnow.network.model;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers in a row. */
final class TrainableLayers implements TrainableNetwork {
  private final Architecture.Layers architecture;
  private final MultiLayerNetwork network;
  private final RowLoss loss;

  TrainableLayers(Architecture.Layers architecture, @Nullable INDArray parameters) {
    this.architecture = architecture;
    // Networks that share a configuration count each other's iterations.
    network = new MultiLayerNetwork(architecture.configuration().clone());
    network.init(parameters, false);
    loss = new RowLoss((OutputLayer) network.getOutputLayer().conf().getLayer());
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
    MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
    configuration.setIterationCount(iteration);
    configuration.setEpochCount(epoch);
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
    network.fit(inputs[0], targets);
  }

  @Override
  public double loss() {
    return network.score();
  }

  @Override
  public INDArray output(INDArray[] inputs) {
    return network.output(inputs[0], false);
  }

  @Override
  public List<LayerParameters> layers() {
    return Arrays.stream(network.getLayers())
        .map(
            layer -> new LayerParameters(layer.conf().getLayer().getLayerName(), layer.numParams()))
        .toList();
  }

  @Override
  public void close() {
    ClosedArrays.close(network.params(), updaterState(), network.getFlattenedGradients());
  }
}
