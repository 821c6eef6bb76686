package io.winnow.train.round;

/**
 * How far a training has come.
 *
 * @param epoch at work, counted from 0
 * @param round of the epoch that comes next, counted from 0
 * @param iteration updates made by the busiest worker
 * @param rounds averages taken
 * @param lossSum over the rows of the epoch so far
 */
record Position(int epoch, int round, int iteration, long rounds, double lossSum) {
  static final Position START = new Position(0, 0, 0, 0, 0);

  /** After one more round. */
  Position next(int iterations, double loss) {
    return new Position(epoch, round + 1, iteration + iterations, rounds + 1, lossSum + loss);
  }

  /** At the start of the next epoch. */
  Position nextEpoch() {
    return new Position(epoch + 1, 0, iteration, rounds, 0);
  }
}
