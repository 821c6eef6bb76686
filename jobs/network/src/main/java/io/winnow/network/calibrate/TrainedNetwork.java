package io.winnow.network.calibrate;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.pass.GraphNetwork;
import io.winnow.network.estimate.pass.LayerInfo;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A network with its memory, trained on one minibatch of ones again and again. */
interface TrainedNetwork {
  /** One pass. */
  void fit();

  /** Allocates a network and a minibatch. */
  static TrainedNetwork of(Subject subject) {
    // Not a pattern switch: Java 17.
    return subject.network() instanceof SequentialNetwork sequential
        ? sequential(sequential, subject.batch())
        : graph((GraphNetwork) subject.network(), subject.batch());
  }

  private static TrainedNetwork sequential(SequentialNetwork network, int batch) {
    MultiLayerNetwork built = new MultiLayerNetwork(network.configuration());
    built.init();
    INDArray features = features(network.input(), batch);
    List<LayerInfo> layers = network.layers(Phase.TRAINING, batch);
    INDArray labels = ones(layers.get(layers.size() - 1).outputShape());
    return () -> built.fit(features, labels);
  }

  private static TrainedNetwork graph(GraphNetwork network, int batch) {
    ComputationGraph built = new ComputationGraph(network.configuration());
    built.init();
    INDArray[] features =
        network.inputs().stream().map(input -> features(input, batch)).toArray(INDArray[]::new);
    List<LayerInfo> layers = network.layers(Phase.TRAINING, batch);
    INDArray[] labels =
        network.configuration().getNetworkOutputs().stream()
            .map(
                output ->
                    layers.stream()
                        .filter(layer -> layer.name().equals(output))
                        .findFirst()
                        .orElseThrow())
            .map(layer -> ones(layer.outputShape()))
            .toArray(INDArray[]::new);
    return () -> built.fit(new MultiDataSet(features, labels));
  }

  private static INDArray features(InputType input, int batch) {
    long[] shape = input.getShape(true);
    shape[0] = batch;
    return Nd4j.ones(DataType.FLOAT, shape);
  }

  /** Written to, so that every page of it is resident. */
  private static INDArray ones(List<Long> shape) {
    return Nd4j.ones(DataType.FLOAT, shape.stream().mapToLong(Long::longValue).toArray());
  }
}
