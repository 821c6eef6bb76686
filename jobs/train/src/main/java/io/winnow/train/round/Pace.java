package io.winnow.train.round;

import io.winnow.core.config.TrainingConfig;
import io.winnow.train.RoundProgress;
import io.winnow.train.RoundTimes;
import java.util.List;

/** How fast training goes, since it began or was resumed. */
final class Pace {
  private final TrainingConfig training;
  private final int roundsOfEpoch;
  private final long start = System.nanoTime();
  private long rows;
  private long rounds;

  Pace(TrainingConfig training, int roundsOfEpoch) {
    this.training = training;
    this.roundsOfEpoch = roundsOfEpoch;
  }

  /** Takes note of a round. */
  RoundProgress ended(Position now, List<WorkerShare> shares, double loss, RoundTimes times) {
    rows += shares.stream().mapToLong(WorkerShare::rows).sum();
    rounds++;
    double seconds = (System.nanoTime() - start) / 1e9;
    long left = (long) roundsOfEpoch * training.epochs() - now.rounds();
    return new RoundProgress(
        now.epoch() + 1,
        training.epochs(),
        now.round(),
        roundsOfEpoch,
        loss,
        rows / seconds,
        seconds / rounds * left,
        times);
  }
}
