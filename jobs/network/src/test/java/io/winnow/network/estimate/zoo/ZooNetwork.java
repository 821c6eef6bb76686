package io.winnow.network.estimate.zoo;

import io.winnow.network.estimate.pass.GraphNetwork;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.SequentialNetwork;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.jspecify.annotations.Nullable;

/** A network that is measured: its configuration and the shapes of its inputs. */
public record ZooNetwork(
    String name,
    @Nullable MultiLayerConfiguration sequential,
    @Nullable ComputationGraphConfiguration graph,
    List<InputType> inputs) {
  static ZooNetwork of(String name, MultiLayerConfiguration sequential, InputType input) {
    return new ZooNetwork(name, sequential, null, List.of(input));
  }

  static ZooNetwork of(String name, ComputationGraphConfiguration graph, InputType... inputs) {
    return new ZooNetwork(name, null, graph, List.of(inputs));
  }

  /** What the estimator makes of it. */
  public NetworkModel model() {
    return sequential != null
        ? new SequentialNetwork(sequential.clone(), inputs.get(0))
        : new GraphNetwork(configuration().clone(), inputs);
  }

  private ComputationGraphConfiguration configuration() {
    if (graph == null) {
      throw new IllegalStateException(name + " has no configuration");
    }
    return graph;
  }
}
