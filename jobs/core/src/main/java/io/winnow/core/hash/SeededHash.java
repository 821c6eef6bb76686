package io.winnow.core.hash;

/**
 * A pseudo-random order of keys that depends on a seed and on nothing else.
 *
 * <p>Rows are split and shuffled by this number instead of by a random generator, whose answer
 * would depend on the partition and the position that a row happens to have. Ties, which 64 bits
 * make rare and do not exclude, are to be broken by the key itself.
 *
 * <p>It is the first word of MurmurHash3 x64 128, seed 0, of the numbers given, 8 bytes each,
 * big-endian: the seed, the round if there is one, and the key's high and low half.
 */
public final class SeededHash {
  private SeededHash() {}

  /** The place of the key in the order of this seed, to be compared unsigned. */
  public static long of(long seed, Hash128 key) {
    return MurmurWords.first(seed, key.high(), key.low());
  }

  /**
   * The place of the key in the order of this seed and round, to be compared unsigned; each round,
   * such as an epoch, has an order of its own.
   */
  public static long of(long seed, long round, Hash128 key) {
    return MurmurWords.first(seed, round, key.high(), key.low());
  }
}
