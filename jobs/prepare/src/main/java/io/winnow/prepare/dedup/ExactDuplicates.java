package io.winnow.prepare.dedup;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Keeps one of the rows that are equal in every declared column, by their 128-bit hash.
 *
 * <p>Rows do not move. Each partition sends the hashes it has, 16 bytes a row and each once; of the
 * partitions that have a hash the first keeps its row, the others are told to drop theirs. Equal
 * rows are interchangeable, so it does not matter which one stays, and since rows are told by their
 * hash and not by their position, a partition that is computed anew after a lost executor drops the
 * same rows even if they come in another order.
 */
public final class ExactDuplicates {
  private static final int CHUNK = 8192;

  private ExactDuplicates() {}

  /** The blocks without duplicates and without rejects, in the same partitions. */
  public static JavaRDD<RowBlock> removed(JavaRDD<RowBlock> blocks, RowLayout layout) {
    int partitions = blocks.getNumPartitions();
    Partitioner byIndex = new ByIndex(partitions);
    JavaPairRDD<Integer, long[]> hashes =
        blocks
            .mapPartitionsWithIndex((index, it) -> hashes(index, it, partitions), true)
            .mapToPair(chunk -> chunk);
    JavaPairRDD<Integer, long[]> losers =
        hashes
            .partitionBy(byIndex)
            .mapPartitionsToPair(chunks -> losers(chunks))
            .partitionBy(byIndex);
    return blocks.zipPartitions(
        losers, (rows, dropped) -> new Survivors(rows, dropped(dropped), layout));
  }

  /** Hashes of a partition, each once, in chunks for the partition that compares them. */
  private static Iterator<Tuple2<Integer, long[]>> hashes(
      int index, Iterator<RowBlock> blocks, int partitions) {
    HashSet128 seen = new HashSet128();
    Chunks chunks = new Chunks();
    while (blocks.hasNext()) {
      RowBlock block = blocks.next();
      for (int i = 0; i < block.size(); i++) {
        long high = block.hashHigh(i);
        long low = block.hashLow(i);
        if (seen.add(high, low)) {
          chunks.add((int) Long.remainderUnsigned(high, partitions), index, high, low);
        }
      }
    }
    return chunks.iterator();
  }

  /** For each partition the hashes that an earlier one has too. */
  private static Iterator<Tuple2<Integer, long[]>> losers(Iterator<Tuple2<Integer, long[]>> from) {
    List<long[]> chunks = new ArrayList<>();
    from.forEachRemaining(chunk -> chunks.add(chunk._2()));
    chunks.sort((a, b) -> Long.compare(a[0], b[0]));
    HashSet128 seen = new HashSet128();
    Chunks losers = new Chunks();
    for (long[] chunk : chunks) {
      for (int i = 1; i < chunk.length; i += 2) {
        if (!seen.add(chunk[i], chunk[i + 1])) {
          losers.add((int) chunk[0], 0, chunk[i], chunk[i + 1]);
        }
      }
    }
    return losers.iterator();
  }

  private static HashSet128 dropped(Iterator<Tuple2<Integer, long[]>> chunks) {
    HashSet128 dropped = new HashSet128();
    while (chunks.hasNext()) {
      long[] chunk = chunks.next()._2();
      for (int i = 1; i < chunk.length; i += 2) {
        dropped.add(chunk[i], chunk[i + 1]);
      }
    }
    return dropped;
  }

  /** Hashes by target, each chunk headed by where it comes from. */
  private static final class Chunks {
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
              full.add(
                  new Tuple2<>(target, Arrays.copyOf(chunk, lengths.getOrDefault(target, 1)))));
      return full.iterator();
    }
  }

  /** Rebuilds blocks from the rows that stay. */
  private static final class Survivors implements Iterator<RowBlock> {
    private final Iterator<RowBlock> blocks;
    private final HashSet128 dropped;
    private final HashSet128 seen = new HashSet128();
    private final RowBlockBuilder builder;
    private final TypedRow row;
    private RowBlock block;
    private int next;

    Survivors(Iterator<RowBlock> blocks, HashSet128 dropped, RowLayout layout) {
      this.blocks = blocks;
      this.dropped = dropped;
      builder = new RowBlockBuilder(layout);
      row = new TypedRow(layout);
      block = builder.build();
      fill();
    }

    @Override
    public boolean hasNext() {
      return !builder.isEmpty();
    }

    @Override
    public RowBlock next() {
      if (builder.isEmpty()) {
        throw new NoSuchElementException();
      }
      RowBlock built = builder.build();
      fill();
      return built;
    }

    private void fill() {
      while (!builder.isFull() && (next < block.size() || blocks.hasNext())) {
        if (next == block.size()) {
          block = blocks.next();
          next = 0;
          continue;
        }
        long high = block.hashHigh(next);
        long low = block.hashLow(next);
        if (!dropped.contains(high, low) && seen.add(high, low)) {
          block.read(next, row);
          builder.add(row);
        }
        next++;
      }
    }
  }

  private static final class ByIndex extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    ByIndex(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object index) {
      return (Integer) index;
    }
  }
}
