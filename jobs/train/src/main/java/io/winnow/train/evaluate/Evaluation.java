package io.winnow.train.evaluate;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Metrics;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.model.ArchitectureJson;
import io.winnow.train.feed.CodeCheck;
import io.winnow.train.feed.FeatureBlock;
import io.winnow.train.feed.FeatureBlocks;
import io.winnow.train.feed.PreparedSplit;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * One split to measure networks on. The network is sent to the executors once and built once per
 * task.
 */
public final class Evaluation implements AutoCloseable {
  private final FittedLabel label;
  private final JavaRDD<FeatureBlock> blocks;

  private Evaluation(FittedLabel label, JavaRDD<FeatureBlock> blocks) {
    this.label = label;
    this.blocks = blocks;
  }

  /**
   * An evaluation on a split that is not empty, whose rows are kept in memory until it is closed.
   *
   * @param features length of a feature vector
   */
  public static Evaluation on(PreparedSplit split, FittedLabel label, int features) {
    return new Evaluation(
        label, blocks(split, label, features).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /**
   * Metrics of a network on a split.
   *
   * @throws WinnowException where the split is empty, a row cannot be used or has a code that is
   *     not embedded, or the network's output is not finite
   */
  public static Metrics measure(NetworkSnapshot network, FittedLabel label, PreparedSplit split) {
    CodeCheck.require(ArchitectureJson.parse(network.architecture()), label, split);
    return new Evaluation(label, blocks(split, label, split.features()))
        .measure(network)
        .orElseThrow(
            () ->
                new WinnowException(
                    ExitCode.TRAINING,
                    "prepared/%s: the network's output is not finite; train again"
                        .formatted(split.name())));
  }

  /**
   * Metrics of a network; empty where some output of it is not finite.
   *
   * @throws WinnowException where a row cannot be used
   */
  public Optional<Metrics> measure(NetworkSnapshot network) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(blocks.context());
    Broadcast<NetworkSnapshot> sent = spark.broadcast(network);
    FittedLabel fitted = label;
    try {
      MeasuredRows measured =
          blocks
              .mapPartitions(each -> MeasuredRows.of(each, sent.value(), fitted))
              .reduce(MeasuredRows::merge);
      if (measured.problem() != null) {
        throw WinnowException.data(measured.problem());
      }
      return measured.metrics();
    } finally {
      sent.destroy();
    }
  }

  @Override
  public void close() {
    blocks.unpersist();
  }

  private static JavaRDD<FeatureBlock> blocks(
      PreparedSplit split, FittedLabel label, int features) {
    return FeatureBlocks.of(
        split, label, features, split.session().sparkContext().defaultParallelism());
  }
}
