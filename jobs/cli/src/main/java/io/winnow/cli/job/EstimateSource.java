package io.winnow.cli.job;

import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.network.build.Updaters;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.source.DeclaredNetwork;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;

/**
 * What an estimate is made from.
 *
 * @param features of the prepared data, or null where nothing is published
 * @param outputs classes, or 1 for a regression, or null where nothing is published
 * @param batch rows of a minibatch
 * @param updater that trains the network, or null where nothing tells
 */
public record EstimateSource(
    NetworkConfig network,
    @Nullable Integer features,
    @Nullable Integer outputs,
    int batch,
    @Nullable UpdaterConfig updater) {
  // What Winnow trains with unless told otherwise.
  private static final double USUAL_RATE = 1e-3;

  /** The network as Deeplearning4j would be told it. */
  public DeclaredNetwork declared() {
    return new DeclaredNetwork(
        network, features, outputs, updater == null ? new Adam(USUAL_RATE) : Updaters.of(updater));
  }

  /** What is told unasked: what Deeplearning4j allocates for one replica. */
  public Estimate usual() {
    return new Dl4jEstimator(declared().model(), RunSetting.defaults())
        .estimate(batch, DataType.FLOAT32);
  }

  /** The network of a pipeline, over the data of its published run if there is one. */
  public static EstimateSource of(LoadedConfig loaded, Configuration hadoop) {
    RunStore store = RunStore.open(loaded.pipeline().root(), hadoop);
    return of(
        loaded.pipeline(),
        Pointer.of(store, loaded.pipeline().pipeline())
            .map(pointer -> Prepared.pipeline(store.find(pointer.run()))));
  }

  /**
   * The network of a pipeline, over the data of one run.
   *
   * @throws WinnowException when there is no such run, or it is not prepared
   */
  public static EstimateSource of(LoadedConfig loaded, Configuration hadoop, String runId) {
    Run run = RunStore.open(loaded.pipeline().root(), hadoop).find(runId);
    if (!run.exists(Prepared.PIPELINE)) {
      throw WinnowException.usage(
          "run '%s' has no prepared data; use prepare first".formatted(runId));
    }
    return of(loaded.pipeline(), Optional.of(Prepared.pipeline(run)));
  }

  private static EstimateSource of(PipelineConfig config, Optional<FittedPipeline> prepared) {
    return new EstimateSource(
        Network.of(config),
        prepared.map(FittedPipeline::width).orElse(null),
        prepared.map(pipeline -> pipeline.label().outputs()).orElse(null),
        config.training().batch(),
        config.training().updater());
  }
}
