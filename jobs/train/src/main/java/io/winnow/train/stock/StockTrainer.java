package io.winnow.train.stock;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.build.NetworkFactory;
import io.winnow.train.EpochLoop;
import io.winnow.train.ProgressListener;
import io.winnow.train.Trainer;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.UntrainedLoss;
import io.winnow.train.evaluate.Evaluation;
import io.winnow.train.feed.Shards;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Trains by Deeplearning4j's parameter averaging.
 *
 * <p>With the same seed, rows and number of workers the parameters are the same bit for bit,
 * whatever the partitioning of the files and the order in which workers end, on the same kind of
 * processor and with the same {@code OMP_NUM_THREADS}.
 */
public final class StockTrainer implements Trainer {

  @Override
  public TrainingResult train(TrainingTask task, ProgressListener progress) {
    TrainingConfig training = task.training();
    requireRows(task);
    int features = task.train().features();
    MultiLayerConfiguration configuration =
        new NetworkFactory(task.network(), training).configuration(features, task.label());
    try (Shards shards =
            Shards.deal(task.train(), task.label(), training.workers(), training.seed());
        Evaluation validation = validation(task, features)) {
      EpochLoop loop =
          new EpochLoop(
              training,
              validation,
              shards.rows(),
              UntrainedLoss.of(task.network(), task.label(), shards),
              progress);
      return loop.run(new StockRunner(configuration, training, task.label(), shards));
    }
  }

  private static @Nullable Evaluation validation(TrainingTask task, int features) {
    return task.validation().isEmpty()
        ? null
        : Evaluation.on(task.validation(), task.label(), features);
  }

  private static void requireRows(TrainingTask task) {
    if (task.train().isEmpty()) {
      throw WinnowException.data("prepared/train: has no rows; prepare again");
    }
    if (task.training().earlyStopping() != null && task.validation().isEmpty()) {
      throw WinnowException.usage(
          ("training.earlyStopping: watches %s on validation, which has no rows; give"
                  + " split.ratios a validation share or remove the key")
              .formatted(task.training().earlyStopping().metric().key()));
    }
  }
}
