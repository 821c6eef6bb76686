package io.winnow.train;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.model.Architecture;
import io.winnow.network.model.ArchitectureFactory;
import io.winnow.network.model.TrainableNetwork;
import io.winnow.train.evaluate.Evaluation;
import io.winnow.train.feed.CodeCheck;
import io.winnow.train.feed.Shards;
import org.jspecify.annotations.Nullable;

/** What every trainer does around its epochs: checks the rows, deals the shards, validates. */
public final class EpochTraining {
  private final TrainingTask task;
  private final ProgressListener progress;

  /** A training that has not begun. */
  public EpochTraining(TrainingTask task, ProgressListener progress) {
    this.task = task;
    this.progress = progress;
  }

  /** Begins what runs the epochs. */
  @FunctionalInterface
  public interface Start {
    /**
     * A runner of one training.
     *
     * @param initial network that training begins with, for the runner to keep
     * @param loop that will ask for the epochs
     */
    EpochRunner runner(TrainableNetwork initial, Shards shards, EpochLoop loop);
  }

  /** Trains to the end; errors are those of {@link Trainer#train}. */
  public TrainingResult run(Start start) {
    TrainingConfig training = task.training();
    requireRows();
    int features = task.train().features();
    Architecture architecture =
        new ArchitectureFactory(task.network(), training).architecture(features, task.label());
    CodeCheck.require(architecture, task.label(), task.train());
    CodeCheck.require(architecture, task.label(), task.validation());
    try (Shards shards =
            Shards.deal(
                task.train(),
                task.label(),
                training.workers(),
                training.seed(),
                training.maxShardBytes());
        Evaluation validation = validation(features)) {
      EpochLoop loop =
          new EpochLoop(
              training,
              validation,
              shards.rows(),
              UntrainedLoss.of(architecture, task.label(), shards),
              progress);
      try (EpochRunner runner = start.runner(initial(architecture), shards, loop)) {
        return loop.run(runner);
      }
    }
  }

  private TrainableNetwork initial(Architecture architecture) {
    NetworkSnapshot begin = task.start();
    return begin == null ? architecture.network() : new WarmStart(begin).network(architecture);
  }

  private @Nullable Evaluation validation(int features) {
    return task.validation().isEmpty()
        ? null
        : Evaluation.on(task.validation(), task.label(), features);
  }

  private void requireRows() {
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
