package io.winnow.network.estimate;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.calibration.Calibration;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.layer.Execution;
import io.winnow.network.estimate.pass.LayerInfo;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.pass.PassResult;
import io.winnow.network.estimate.pass.PassSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.WorkspaceMode;

/**
 * The memory that Deeplearning4j 1.0.0-M2.1 takes for one replica of a network: parameters, their
 * gradient, the optimizer's state, and every workspace, from a simulation of its passes that
 * allocates nothing.
 *
 * <p>Parameters, gradient and state are exact. Workspaces follow from the sources, layer by layer.
 * What arrays outside of workspaces add is a formula where their life is known. Layers that are not
 * covered are bounded from above and named in the warnings.
 */
public final class Dl4jEstimator {
  private final NetworkModel network;
  private final RunSetting setting;
  private final Calibration calibration;

  /** An estimator of one network, calibrated as Winnow comes. */
  public Dl4jEstimator(NetworkModel network, RunSetting setting) {
    this(network, setting, Calibrated.AS_DELIVERED);
  }

  /**
   * An estimator of one network.
   *
   * @param calibration of processes
   */
  public Dl4jEstimator(NetworkModel network, RunSetting setting, Calibration calibration) {
    this.network = network;
    this.setting = setting;
    this.calibration = calibration;
  }

  /** Read once, and only where it is needed. */
  private static final class Calibrated {
    static final Calibration AS_DELIVERED = ConfigLoader.loadCalibration();
  }

  /**
   * The estimate of one replica.
   *
   * @param batch examples of a minibatch
   * @throws WinnowException where shapes contradict each other or counts exceed what the framework
   *     can index
   */
  public Estimate estimate(int batch, DataType type) {
    List<LayerInfo> layers = network.layers(Phase.TRAINING, batch);
    long parameters = counted("parameters", layers.stream().mapToLong(LayerInfo::parameters).sum());
    long state = counted("updater state", layers.stream().mapToLong(LayerInfo::updaterState).sum());
    PhaseEstimate training = phase(Phase.TRAINING, batch, type, parameters, state);
    PhaseEstimate inference = phase(Phase.INFERENCE, batch, type, parameters, state);
    return new Estimate(
        Estimate.SCHEMA_VERSION,
        EstimateModel.DL4J,
        batch,
        type,
        LayerTable.of(layers, training, inference, type),
        new Estimate.Total(
            MemorySize.of(2 * parameters, type), training.total(type), inference.total(type)),
        new Estimate.Terms(training.terms(), inference.terms()),
        ProcessEstimate.of(calibration, features(layers, training)),
        null,
        warnings(layers));
  }

  /** The estimate with the framework's own report beside it. */
  public Estimate compare(int batch, DataType type) {
    return estimate(batch, type).beside(FrameworkReport.of(network, batch, type));
  }

  /** What the growth of a process that trains one replica follows from. */
  public ProcessFeatures features(int batch, DataType type) {
    List<LayerInfo> layers = network.layers(Phase.TRAINING, batch);
    long parameters = layers.stream().mapToLong(LayerInfo::parameters).sum();
    long state = layers.stream().mapToLong(LayerInfo::updaterState).sum();
    return features(layers, phase(Phase.TRAINING, batch, type, parameters, state));
  }

  private static ProcessFeatures features(List<LayerInfo> layers, PhaseEstimate training) {
    PassResult pass = training.pass();
    long counted = training.terms().stream().mapToLong(MemoryTerm::bytes).sum();
    return new ProcessFeatures(
        counted - pass.reservedBytes() - pass.detachedBytes(),
        pass.detachedBytes(),
        pass.smallArrayBytes(),
        pass.loopSteps(),
        (int) layers.stream().filter(LayerInfo::isSamediff).count());
  }

  /** Deeplearning4j's updaters index with {@code int}. */
  private static long counted(String what, long elements) {
    if (elements > Integer.MAX_VALUE) {
      throw WinnowException.usage(
          ("network: %,d elements of %s, but Deeplearning4j's updaters index at most %,d; use"
                  + " fewer units, filters or inputs")
              .formatted(elements, what, Integer.MAX_VALUE));
    }
    return elements;
  }

  private PhaseEstimate phase(Phase phase, int batch, DataType type, long parameters, long state) {
    Execution execution = new Execution(setting.cache().mode(), setting.helpers());
    PassResult withWorkspaces =
        network.pass(
            phase,
            batch,
            execution,
            new PassSetting(type, WorkspaceMode.ENABLED, setting.cache().mode()));
    PassResult asRun =
        setting.workspaces() == Workspaces.NONE
            ? network.pass(
                phase,
                batch,
                execution,
                new PassSetting(type, WorkspaceMode.NONE, setting.cache().mode()))
            : withWorkspaces;
    List<MemoryTerm> terms = new ArrayList<>();
    terms.add(new MemoryTerm("parameters", bytes(parameters, type), Basis.EXACT));
    if (phase == Phase.TRAINING) {
      terms.add(new MemoryTerm("gradient", bytes(parameters, type), Basis.EXACT));
      terms.add(new MemoryTerm("updaterState", bytes(state, type), Basis.EXACT));
    }
    asRun.workspaces().stream()
        .filter(workspace -> workspace.size() > 0)
        .map(workspace -> new MemoryTerm(workspace.name(), workspace.bytes(), Basis.FORMULA))
        .forEach(terms::add);
    if (asRun.operationBytes() > 0) {
      terms.add(new MemoryTerm("operations", asRun.operationBytes(), Basis.FORMULA));
    }
    terms.add(new MemoryTerm("detachedArrays", asRun.detachedBytes(), Basis.FORMULA));
    terms.add(
        new MemoryTerm(
            "minibatch", bytes(network.minibatchElements(phase, batch), type), Basis.FORMULA));
    return new PhaseEstimate(phase, withWorkspaces, List.copyOf(terms));
  }

  private static long bytes(long elements, DataType type) {
    return MemorySize.of(elements, type).bytes();
  }

  private static List<String> warnings(List<LayerInfo> layers) {
    Stream<String> uncovered =
        layers.stream()
            .filter(layer -> layer.basis() == Basis.UNCOVERED)
            .map(
                layer ->
                    "%s (%s) is not covered: its activations and working memory are a bound"
                        .formatted(layer.name(), layer.type()));
    return uncovered.toList();
  }
}
