package io.winnow.train.feed;

import java.util.List;

/**
 * How an epoch is cut into rounds: every worker runs {@code averagingFrequency} minibatches of its
 * shard, then the parameters are averaged. The last minibatch of a shard may be short, and the last
 * round may have fewer minibatches.
 *
 * @param rowsBySlot rows of each shard
 */
public record MinibatchPlan(int batch, int averagingFrequency, List<Integer> rowsBySlot) {

  /** Rounds of one epoch. */
  public int rounds() {
    return divideUp(minibatches(largestShard()), averagingFrequency);
  }

  /** Rows that a worker trains on in a round. */
  public long rows(int slot, int round) {
    long perRound = (long) averagingFrequency * batch;
    return Math.max(0, Math.min(perRound, rowsBySlot.get(slot) - round * perRound));
  }

  /** Minibatches of all shards in an epoch. */
  public int minibatches() {
    return rowsBySlot.stream().mapToInt(this::minibatches).sum();
  }

  /** Rows that all workers train on in the first rounds of an epoch. */
  public long rowsBefore(int round) {
    long each = (long) round * averagingFrequency * batch;
    return rowsBySlot.stream().mapToLong(rows -> Math.min(rows, each)).sum();
  }

  /** Minibatches that the busiest worker runs in a round. */
  public int iterations(int round) {
    int all = minibatches(largestShard());
    return Math.min(averagingFrequency, all - round * averagingFrequency);
  }

  private int minibatches(int rows) {
    return divideUp(rows, batch);
  }

  private int largestShard() {
    return rowsBySlot.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static int divideUp(int a, int b) {
    return Math.floorDiv(a - 1, b) + 1;
  }
}
