package io.winnow.train;

import io.winnow.core.failure.WinnowException;

/** Trains a network on prepared data. */
public interface Trainer {
  /**
   * Trains until the last epoch or until early stopping.
   *
   * @param progress told of every epoch as it ends
   * @throws WinnowException where configuration and data do not fit, or a prepared row is invalid
   * @throws TrainingDivergedException where loss or parameters are not finite, or the network ends
   *     up worse than an untrained one
   */
  TrainingResult train(TrainingTask task, ProgressListener progress);
}
