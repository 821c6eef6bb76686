package io.winnow.network.estimate.zoo;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.pass.LayerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Runs networks of the zoo on the CPU backend and reads the sizes of their workspaces. */
public final class Measurement {
  private static final int SPARE_PASSES = 3;

  private Measurement() {}

  /**
   * What was measured.
   *
   * @param parameters of the network
   * @param updaterState elements of the optimizer's state
   * @param workspaces sizes in bytes, by name; empty ones are left out
   */
  public record Measured(long parameters, long updaterState, Map<String, Long> workspaces) {}

  /** A network's workspaces after training or inference, on a thread of its own. */
  public static Measured of(ZooNetwork network, Phase phase, int batch, DataType type) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(() -> run(network, phase, batch, type)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(network.name() + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      thread.shutdown();
    }
  }

  private static Measured run(ZooNetwork network, Phase phase, int batch, DataType type) {
    INDArray[] features = new INDArray[network.inputs().size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = features(network, i, batch, type);
    }
    try {
      return network.sequential() == null
          ? graph(network, phase, features, type)
          : sequential(network, phase, features[0], type);
    } finally {
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
  }

  private static INDArray features(ZooNetwork network, int index, int batch, DataType type) {
    InputType input = network.inputs().get(index);
    long[] shape = input.getShape(true);
    shape[0] = batch;
    if (network.name().equals("embedding")) {
      return Nd4j.ones(type, batch, 1);
    }
    return network.name().equals("embeddingSequence")
        ? Nd4j.ones(type, batch, shape[2])
        : Nd4j.rand(type, shape);
  }

  private static INDArray labels(ZooNetwork network, String output, int batch, DataType type) {
    if (network.name().equals("cnn3dLoss")) {
      // The layer's own output type has its channels last; its arrays have them first.
      return Nd4j.zeros(type, batch, 29, 5, 7, 9);
    }
    List<LayerInfo> layers = network.model().layers(Phase.TRAINING, batch);
    List<Long> shape = new ArrayList<>();
    for (LayerInfo layer : layers) {
      if (output.isEmpty() || layer.name().equals(output)) {
        shape = layer.outputShape();
      }
    }
    return Nd4j.zeros(type, shape.stream().mapToLong(Long::longValue).toArray());
  }

  private static Measured sequential(
      ZooNetwork network, Phase phase, INDArray features, DataType type) {
    MultiLayerConfiguration configuration =
        MultiLayerConfiguration.fromJson(typed(network.sequential().toJson(), type));
    MultiLayerNetwork built = new MultiLayerNetwork(configuration);
    built.init();
    INDArray labels = labels(network, "", (int) features.size(0), type);
    for (int i = 0; i < passes(built.getnLayers()); i++) {
      if (phase == Phase.TRAINING) {
        built.fit(features, labels);
      } else {
        built.output(features);
      }
    }
    return new Measured(built.numParams(), length(built.getUpdater().getStateViewArray()), sizes());
  }

  private static Measured graph(
      ZooNetwork network, Phase phase, INDArray[] features, DataType type) {
    ComputationGraphConfiguration configuration =
        ComputationGraphConfiguration.fromJson(typed(network.graph().toJson(), type));
    ComputationGraph built = new ComputationGraph(configuration);
    built.init();
    List<String> outputs = configuration.getNetworkOutputs();
    INDArray[] labels =
        outputs.stream()
            .map(output -> labels(network, output, (int) features[0].size(0), type))
            .toArray(INDArray[]::new);
    for (int i = 0; i < passes(built.getVertices().length); i++) {
      if (phase == Phase.TRAINING) {
        built.fit(new MultiDataSet(features, labels));
      } else {
        built.output(features);
      }
    }
    return new Measured(built.numParams(), length(built.getUpdater().getStateViewArray()), sizes());
  }

  /** Layers in wrappers cannot be told another type, except when they are read. */
  private static String typed(String json, DataType type) {
    return json.replace("\"dataType\" : \"FLOAT\"", "\"dataType\" : \"" + type + "\"");
  }

  /** A workspace that is opened once per pass has learned its size after as many as layers. */
  private static int passes(int layers) {
    return layers + SPARE_PASSES;
  }

  private static long length(INDArray state) {
    return state == null ? 0 : state.length();
  }

  private static Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    for (MemoryWorkspace workspace :
        Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread()) {
      if (workspace.getCurrentSize() > 0) {
        sizes.put(workspace.getId(), workspace.getCurrentSize());
      }
    }
    return sizes;
  }
}
