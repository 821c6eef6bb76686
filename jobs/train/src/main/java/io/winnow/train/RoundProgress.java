package io.winnow.train;

import java.util.List;
import java.util.Locale;

/**
 * One round that has ended.
 *
 * @param epoch counted from 1
 * @param epochs declared
 * @param round within the epoch, counted from 1
 * @param rounds of an epoch
 * @param loss mean over the rows of the round
 * @param rowsPerSecond since training began or was resumed, validation included
 * @param secondsLeft until the last declared epoch, at that pace
 */
public record RoundProgress(
    int epoch,
    int epochs,
    int round,
    int rounds,
    double loss,
    double rowsPerSecond,
    double secondsLeft,
    RoundTimes times) {

  /**
   * One line for a terminal, such as {@code epoch 3/20 round 12/40 loss 0.3312 41,200 rows/s ETA
   * 0:42}.
   */
  public String line() {
    return String.join(
        "  ",
        List.of(
            "epoch %d/%d".formatted(epoch, epochs),
            "round %d/%d".formatted(round, rounds),
            "loss " + EpochProgress.number(loss),
            String.format(Locale.ROOT, "%,.0f rows/s", rowsPerSecond),
            EpochProgress.timeLeft(secondsLeft)));
  }
}
