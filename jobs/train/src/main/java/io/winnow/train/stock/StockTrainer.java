package io.winnow.train.stock;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.model.Architecture;
import io.winnow.train.EpochTraining;
import io.winnow.train.ProgressListener;
import io.winnow.train.Trainer;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.Shards;

/**
 * Trains by Deeplearning4j's parameter averaging: the reference for the trainer in rounds.
 *
 * <p>With the same seed, rows and number of workers the parameters are the same bit for bit,
 * whatever the partitioning of the files and the order in which workers end, on the same kind of
 * processor and with the same {@code OMP_NUM_THREADS}.
 */
public final class StockTrainer implements Trainer {

  @Override
  public TrainingResult train(TrainingTask task, ProgressListener progress) {
    return new EpochTraining(task, progress)
        .run(
            (initial, shards, loop) ->
                new StockRunner(
                    sequential(initial.architecture()),
                    initial.parameters(),
                    task.training(),
                    task.label(),
                    unweighted(shards)));
  }

  private static Shards unweighted(Shards shards) {
    if (shards.isWeighted()) {
      throw WinnowException.usage(
          "training.engine: stock knows no row weights, which prepared/train has; use rounds");
    }
    return shards;
  }

  private static Architecture.Layers sequential(Architecture architecture) {
    if (architecture instanceof Architecture.Layers layers) {
      return layers;
    }
    throw WinnowException.usage(
        "training.engine: stock trains layers in a row only, and the network is a graph; use"
            + " rounds");
  }
}
