package io.winnow.prepare.dedup;

import io.winnow.core.hash.Hash128;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import scala.Tuple2;

/** Hashes by the partition they go to, in chunks that are headed by where they come from. */
final class HashChunks {
  private static final int CHUNK = 8192;

  private final long[][] open;
  private final int[] lengths;
  private final List<Tuple2<Integer, long[]>> full = new ArrayList<>();

  /**
   * Chunks for those partitions.
   *
   * @param targets how many partitions hashes go to
   */
  HashChunks(int targets) {
    open = new long[targets][];
    lengths = new int[targets];
  }

  void add(int target, int source, long high, long low) {
    long[] chunk = open[target];
    if (chunk == null) {
      chunk = new long[2 * CHUNK + 1];
      chunk[0] = source;
      open[target] = chunk;
      lengths[target] = 1;
    }
    int length = lengths[target];
    chunk[length] = high;
    chunk[length + 1] = low;
    lengths[target] = length + 2;
    if (length + 2 == chunk.length) {
      full.add(new Tuple2<>(target, chunk));
      open[target] = null;
    }
  }

  Iterator<Tuple2<Integer, long[]>> iterator() {
    for (int target = 0; target < open.length; target++) {
      if (open[target] != null) {
        full.add(new Tuple2<>(target, Arrays.copyOf(open[target], lengths[target])));
      }
    }
    return full.iterator();
  }

  /** The hashes of all chunks. */
  static HashSet128 set(Iterator<Tuple2<Integer, long[]>> chunks) {
    HashSet128 hashes = new HashSet128();
    while (chunks.hasNext()) {
      long[] chunk = chunks.next()._2();
      for (int i = 1; i < chunk.length; i += 2) {
        hashes.add(chunk[i], chunk[i + 1]);
      }
    }
    return hashes;
  }

  /** How often each hash stands in the chunks of a source. */
  static Map<Hash128, Long> counts(Iterator<Tuple2<Integer, long[]>> chunks, int source) {
    Map<Hash128, Long> counts = new HashMap<>();
    while (chunks.hasNext()) {
      long[] chunk = chunks.next()._2();
      for (int i = 1; chunk[0] == source && i < chunk.length; i += 2) {
        counts.merge(new Hash128(chunk[i], chunk[i + 1]), 1L, Long::sum);
      }
    }
    return counts;
  }
}
