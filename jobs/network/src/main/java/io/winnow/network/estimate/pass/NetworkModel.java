package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.layer.Execution;
import java.util.List;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** A network whose passes can be simulated. */
public sealed interface NetworkModel permits SequentialNetwork, GraphNetwork {
  /**
   * Its layers in the order in which a pass visits them.
   *
   * @param batch examples of a minibatch
   */
  List<LayerInfo> layers(Phase phase, long batch);

  /** Simulates passes over minibatches; the result's layers are in the same order. */
  PassResult pass(Phase phase, long batch, Execution execution, PassSetting setting);

  /** What the framework's own report says; it throws whatever its layers throw. */
  MemoryReport frameworkReport();

  /** Elements of the features and labels of a minibatch. */
  long minibatchElements(Phase phase, long batch);

  /** Steps of the longest sequence that training sees at a time; 0 where no input is one. */
  long steps();

  /** The same network, trained by back-propagation that is truncated to so many steps. */
  NetworkModel truncatedTo(int steps);
}
