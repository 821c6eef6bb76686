package io.winnow.train.round;

import io.winnow.train.EpochTraining;
import io.winnow.train.ProgressListener;
import io.winnow.train.Trainer;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;

/**
 * Trains by averaging parameters in rounds over workers that stay, see the package.
 *
 * <p>With the same seed, rows and number of workers the parameters are the same bit for bit,
 * whatever the partitioning of the files, the order in which workers end, the executors that are
 * lost and the checkpoint that training goes on from, on the same kind of processor and with the
 * same {@code OMP_NUM_THREADS}.
 */
public final class RoundTrainer implements Trainer {
  private final Checkpoints checkpoints;

  /** A trainer that goes on from the newest of the checkpoints, if there is one. */
  public RoundTrainer(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public TrainingResult train(TrainingTask task, ProgressListener progress) {
    return new EpochTraining(task, progress)
        .run(
            (initial, shards, loop) ->
                new RoundRunner(initial, task, shards, checkpoints, loop, progress));
  }
}
