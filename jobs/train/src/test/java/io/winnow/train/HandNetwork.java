package io.winnow.train;

import io.winnow.network.model.Architecture;
import io.winnow.network.model.InputColumns;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Deeplearning4j's own two classes of network, as averaging by hand needs them. */
interface HandNetwork {
  /** A network that has not been trained. */
  static HandNetwork of(Architecture architecture) {
    if (architecture instanceof Architecture.Graph graph) {
      ComputationGraph network = new ComputationGraph(graph.configuration().clone());
      network.init();
      return new Graph(network, new InputColumns(graph.inputs()));
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(((Architecture.Layers) architecture).configuration().clone());
    network.init();
    return new Layers(network);
  }

  HandNetwork copy();

  void fit(DataSet minibatch);

  INDArray params();

  void setParams(INDArray params);

  /** What the updater remembers, or null. */
  INDArray state();

  void setState(INDArray state);

  int iterations();

  void setIterations(int iterations);

  void nextEpoch();

  record Layers(MultiLayerNetwork network) implements HandNetwork {
    @Override
    public HandNetwork copy() {
      MultiLayerNetwork copy = new MultiLayerNetwork(configuration().clone());
      copy.init(params().dup(), false);
      if (state() != null) {
        copy.setUpdater(new MultiLayerUpdater(copy, state().dup()));
      }
      return new Layers(copy);
    }

    @Override
    public void fit(DataSet minibatch) {
      network.fit(minibatch);
    }

    @Override
    public INDArray params() {
      return network.params();
    }

    @Override
    public void setParams(INDArray params) {
      network.setParams(params);
    }

    @Override
    public INDArray state() {
      return network.getUpdater().getStateViewArray();
    }

    @Override
    public void setState(INDArray state) {
      network.getUpdater().setStateViewArray(null, state, false);
    }

    @Override
    public int iterations() {
      return network.getIterationCount();
    }

    @Override
    public void setIterations(int iterations) {
      configuration().setIterationCount(iterations);
    }

    @Override
    public void nextEpoch() {
      network.incrementEpochCount();
    }

    private MultiLayerConfiguration configuration() {
      return network.getLayerWiseConfigurations();
    }
  }

  record Graph(ComputationGraph network, InputColumns columns) implements HandNetwork {
    @Override
    public HandNetwork copy() {
      ComputationGraphConfiguration same = configuration().clone();
      // Other than that of layers in a row, its clone forgets them.
      same.setIterationCount(iterations());
      same.setEpochCount(configuration().getEpochCount());
      ComputationGraph copy = new ComputationGraph(same);
      copy.init(params().dup(), false);
      if (state() != null) {
        copy.setUpdater(new ComputationGraphUpdater(copy, state().dup()));
      }
      return new Graph(copy, columns);
    }

    @Override
    public void fit(DataSet minibatch) {
      network.fit(
          columns.arrays(
              minibatch.numExamples(), minibatch.getFeatures().dup('c').data().asFloat()),
          new INDArray[] {minibatch.getLabels()});
    }

    @Override
    public INDArray params() {
      return network.params();
    }

    @Override
    public void setParams(INDArray params) {
      network.setParams(params);
    }

    @Override
    public INDArray state() {
      return network.getUpdater().getStateViewArray();
    }

    @Override
    public void setState(INDArray state) {
      network.getUpdater().setStateViewArray(state);
    }

    @Override
    public int iterations() {
      return configuration().getIterationCount();
    }

    @Override
    public void setIterations(int iterations) {
      configuration().setIterationCount(iterations);
    }

    @Override
    public void nextEpoch() {
      network.incrementEpochCount();
    }

    private ComputationGraphConfiguration configuration() {
      return network.getConfiguration();
    }
  }
}
