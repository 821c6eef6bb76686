package io.winnow.train.round;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says, from what the first rounds took, whether one worker would be faster. With W workers a round
 * of H minibatches takes T seconds and one worker alone would take the sum S of what the workers
 * compute; it never waits, since of one worker nothing has to be averaged. So it is faster where S
 * &lt; T, and the workers catch up at about {@code H (T - S / W) / (S - S / W)} minibatches a
 * round.
 */
final class RoundAdvisor {
  // Before, the JIT compiler is at work.
  private static final int WARM_UP = 10;
  private static final int MEASURED = 20;

  private final int workers;
  private final int frequency;
  private final int minibatchesOfEpoch;
  private final double[] totals = new double[MEASURED];
  private final double[] computed = new double[MEASURED];
  private int rounds;

  /**
   * An advisor that has seen no round.
   *
   * @param frequency minibatches of a whole round
   * @param minibatchesOfEpoch those of all workers together
   */
  RoundAdvisor(int workers, int frequency, int minibatchesOfEpoch) {
    this.workers = workers;
    this.frequency = frequency;
    this.minibatchesOfEpoch = minibatchesOfEpoch;
  }

  /**
   * Takes note of a round; those cut short by the end of an epoch tell nothing.
   *
   * @param seconds of the whole round
   * @param minibatches of the busiest worker
   * @return advice after the last round that is measured, if there is any to give
   */
  Optional<String> ended(double seconds, int minibatches, List<WorkerShare> shares) {
    if (workers == 1 || minibatches < frequency || rounds == WARM_UP + MEASURED) {
      return Optional.empty();
    }
    if (rounds >= WARM_UP) {
      totals[rounds - WARM_UP] = seconds;
      computed[rounds - WARM_UP] =
          shares.stream().mapToDouble(share -> share.times().fit() / 1e9).sum();
    }
    rounds++;
    return rounds == WARM_UP + MEASURED
        ? advice(median(totals), median(computed))
        : Optional.empty();
  }

  private Optional<String> advice(double total, double alone) {
    if (alone >= total) {
      return Optional.empty();
    }
    double each = alone / workers;
    long evenAt = (long) Math.ceil(frequency * (total - each) / (alone - each));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "a round takes %.1f ms, in which %d workers train for %.1f ms together: one worker would"
                + " be about %.1f times as fast; set training.workers: 1 and"
                + " training.averagingFrequency: %d, or average after more than %d minibatches",
            total * 1e3,
            workers,
            alone * 1e3,
            total / alone,
            minibatchesOfEpoch,
            evenAt));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
