package io.winnow.prepare.dedup;

import io.winnow.core.hash.Hash128;
import io.winnow.core.pipeline.RowKeyText;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
  private final JavaRDD<RowBlock> blocks;
  private final JavaPairRDD<Integer, long[]> losers;
  private final RowLayout layout;

  private ExactDuplicates(
      JavaRDD<RowBlock> blocks, JavaPairRDD<Integer, long[]> losers, RowLayout layout) {
    this.blocks = blocks;
    this.losers = losers;
    this.layout = layout;
  }

  /** Finds the duplicates among the rows of blocks. */
  public static ExactDuplicates of(JavaRDD<RowBlock> blocks, RowLayout layout) {
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
    return new ExactDuplicates(blocks, losers, layout);
  }

  /** The blocks without duplicates and without rejects, in the same partitions. */
  public JavaRDD<RowBlock> removed() {
    return blocks.zipPartitions(
        losers, (rows, dropped) -> survivors(rows, new Firsts(HashChunks.set(dropped))));
  }

  private static Iterator<RowBlock> survivors(Iterator<RowBlock> blocks, Firsts firsts) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return blocks.hasNext();
      }

      @Override
      public RowBlock next() {
        RowBlock block = blocks.next();
        return block.kept(
            IntStream.range(0, block.size())
                .filter(i -> firsts.test(block.hashHigh(i), block.hashLow(i)))
                .toArray());
      }
    };
  }

  /** Each row that was removed, by hash, key and partition, with its copies in that partition. */
  JavaRDD<Copies> copies(TableSchema table) {
    RowLayout rowLayout = layout;
    return blocks.zipPartitions(
        losers,
        (rows, dropped) ->
            copies(
                rows,
                new Firsts(HashChunks.set(dropped)),
                new TypedRow(rowLayout),
                new RowKeyText(table, rowLayout)));
  }

  /** Rows of one hash that a partition drops. */
  record Copies(String rowKey, Hash128 hash, long count) implements Serializable {}

  private static Iterator<Copies> copies(
      Iterator<RowBlock> blocks, Firsts firsts, TypedRow row, RowKeyText keys) {
    Map<Hash128, Copies> copies = new LinkedHashMap<>();
    while (blocks.hasNext()) {
      RowBlock block = blocks.next();
      for (int i = 0; i < block.size(); i++) {
        if (!firsts.test(block.hashHigh(i), block.hashLow(i))) {
          int index = i;
          copies.compute(
              new Hash128(block.hashHigh(i), block.hashLow(i)),
              (hash, known) ->
                  known == null
                      ? copy(block, index, row, keys)
                      : new Copies(known.rowKey, hash, known.count + 1));
        }
      }
    }
    return copies.values().iterator();
  }

  private static Copies copy(RowBlock block, int index, TypedRow row, RowKeyText keys) {
    block.read(index, row);
    return new Copies(keys.of(row), row.hash, 1);
  }

  /** Hashes of a partition, each once, in chunks for the partition that compares them. */
  private static Iterator<Tuple2<Integer, long[]>> hashes(
      int index, Iterator<RowBlock> blocks, int partitions) {
    HashSet128 seen = new HashSet128();
    HashChunks chunks = new HashChunks();
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
    HashChunks losers = new HashChunks();
    for (long[] chunk : chunks) {
      for (int i = 1; i < chunk.length; i += 2) {
        if (!seen.add(chunk[i], chunk[i + 1])) {
          losers.add((int) chunk[0], 0, chunk[i], chunk[i + 1]);
        }
      }
    }
    return losers.iterator();
  }

  /** Whether a row is the first of its hash in a partition that keeps it. */
  private static final class Firsts {
    private final HashSet128 dropped;
    private final HashSet128 seen = new HashSet128();

    Firsts(HashSet128 dropped) {
      this.dropped = dropped;
    }

    boolean test(long high, long low) {
      return !dropped.contains(high, low) && seen.add(high, low);
    }
  }
}
