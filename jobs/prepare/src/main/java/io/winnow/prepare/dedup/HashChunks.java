package io.winnow.prepare.dedup;

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

  private final Map<Integer, long[]> open = new HashMap<>();
  private final Map<Integer, Integer> lengths = new HashMap<>();
  private final List<Tuple2<Integer, long[]>> full = new ArrayList<>();

  void add(int target, int source, long high, long low) {
    long[] chunk = open.computeIfAbsent(target, t -> new long[2 * CHUNK + 1]);
    int length = lengths.getOrDefault(target, 1);
    chunk[0] = source;
    chunk[length] = high;
    chunk[length + 1] = low;
    lengths.put(target, length + 2);
    if (length + 2 == chunk.length) {
      full.add(new Tuple2<>(target, chunk));
      open.remove(target);
      lengths.remove(target);
    }
  }

  Iterator<Tuple2<Integer, long[]>> iterator() {
    open.forEach(
        (target, chunk) ->
            full.add(new Tuple2<>(target, Arrays.copyOf(chunk, lengths.getOrDefault(target, 1)))));
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
}
