package io.winnow.core.dedup;

import io.winnow.core.hash.Hash128;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

/** A set of 64-bit hashes of shingles. */
public final class ShingleSet {
  private final long[] hashes;

  private ShingleSet(long[] sortedAndDistinct) {
    hashes = sortedAndDistinct;
  }

  /** The set of these hashes, which may come in any order and more than once. */
  public static ShingleSet of(long... hashes) {
    return new ShingleSet(Arrays.stream(hashes).sorted().distinct().toArray());
  }

  /** The set that was written by {@link #toBytes}. */
  public static ShingleSet fromBytes(byte[] bytes) {
    LongBuffer buffer = ByteBuffer.wrap(bytes).asLongBuffer();
    long[] hashes = new long[buffer.remaining()];
    buffer.get(hashes);
    return new ShingleSet(hashes);
  }

  /** The hashes in ascending order, 8 bytes each, big-endian. */
  public byte[] toBytes() {
    byte[] bytes = new byte[Long.BYTES * hashes.length];
    ByteBuffer.wrap(bytes).asLongBuffer().put(hashes);
    return bytes;
  }

  /** Identifies the set: MurmurHash3 x64 128, seed 0, of its bytes. */
  public Hash128 hash() {
    byte[] bytes = toBytes();
    long[] words = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
    return new Hash128(words[0], words[1]);
  }

  /** How many shingles there are. */
  public int size() {
    return hashes.length;
  }

  /**
   * Jaccard similarity: shingles that both sets have over shingles that either has. An empty set is
   * similar to nothing, not even to another empty one: rows without a text are not duplicates.
   */
  public double jaccard(ShingleSet other) {
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < hashes.length && j < other.hashes.length) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both == 0 ? 0 : (double) both / (hashes.length + other.hashes.length - both);
  }

  /** The hash at an index of the ascending order. */
  long hash(int index) {
    return hashes[index];
  }
}
