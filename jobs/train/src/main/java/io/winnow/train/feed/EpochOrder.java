package io.winnow.train.feed;

import io.winnow.core.hash.Hash128;
import io.winnow.core.hash.SeededHash;
import java.util.Random;

/**
 * The order in which an epoch takes the rows of a shard: a permutation that follows from seed,
 * epoch and slot.
 *
 * @param epoch counted from 0
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record EpochOrder(long seed, int epoch, int[] rows) {

  static EpochOrder of(long seed, int epoch, Shard shard) {
    int[] rows = new int[shard.rows()];
    Random random = new Random(SeededHash.of(seed, epoch, new Hash128(0, shard.slot())));
    for (int i = 0; i < rows.length; i++) {
      int j = random.nextInt(i + 1);
      rows[i] = rows[j];
      rows[j] = i;
    }
    return new EpochOrder(seed, epoch, rows);
  }
}
