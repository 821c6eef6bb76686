package io.winnow.prepare.dedup;

import io.winnow.core.pipeline.RowKeyText;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Keeps one of the rows that are equal in every declared column, by their 128-bit hash.
 *
 * <p>Rows do not move. Each partition sends the hashes it has, 16 bytes a row; of the partitions
 * that have a hash the first keeps its row, the others are told to drop theirs. Equal rows are
 * interchangeable, so it does not matter which one stays, and since rows are told by their hash and
 * not by their position, a partition that is computed anew after a lost executor drops the same
 * rows even if they come in another order.
 */
public final class ExactDuplicates {
  // An earlier partition keeps the row, or this one keeps its first.
  private static final int KEEP_NONE = 0;
  private static final int KEEP_FIRST = 1;
  // Once for every row that is dropped, to the partition that keeps the one equal to it.
  private static final int DROPPED = 2;

  private final JavaRDD<RowBlock> blocks;
  private final JavaPairRDD<Integer, long[]> repeated;
  private final RowLayout layout;

  private ExactDuplicates(
      JavaRDD<RowBlock> blocks, JavaPairRDD<Integer, long[]> repeated, RowLayout layout) {
    this.blocks = blocks;
    this.repeated = repeated;
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
    JavaPairRDD<Integer, long[]> repeated =
        hashes
            .partitionBy(byIndex)
            .mapPartitionsToPair(chunks -> repeated(chunks, partitions))
            .partitionBy(byIndex);
    return new ExactDuplicates(blocks, repeated, layout);
  }

  /** The blocks without duplicates and without rejects, in the same partitions. */
  public JavaRDD<RowBlock> removed() {
    return blocks.zipPartitions(repeated, (rows, dropped) -> survivors(rows, new Firsts(dropped)));
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

  /** Each row of which others were dropped, with how many; once in the whole table. */
  JavaRDD<Copies> copies(TableSchema table) {
    RowLayout rowLayout = layout;
    return blocks.zipPartitions(
        repeated,
        (rows, chunks) ->
            List.of(
                    Copies.of(
                        rows,
                        HashChunks.counts(chunks, DROPPED),
                        new TypedRow(rowLayout),
                        new RowKeyText(table, rowLayout)))
                .iterator());
  }

  /** Hashes of a partition in chunks for the partition that compares them. */
  private static Iterator<Tuple2<Integer, long[]>> hashes(
      int index, Iterator<RowBlock> blocks, int partitions) {
    HashChunks chunks = new HashChunks(partitions);
    while (blocks.hasNext()) {
      RowBlock block = blocks.next();
      for (int i = 0; i < block.size(); i++) {
        long high = block.hashHigh(i);
        chunks.add((int) Long.remainderUnsigned(high, partitions), index, high, block.hashLow(i));
      }
    }
    return chunks.iterator();
  }

  /**
   * For each partition the hashes that an earlier one has too, those that it alone has several
   * times, and those that it keeps of several.
   */
  private static Iterator<Tuple2<Integer, long[]>> repeated(
      Iterator<Tuple2<Integer, long[]>> from, int partitions) {
    List<long[]> chunks = new ArrayList<>();
    from.forEachRemaining(chunk -> chunks.add(chunk._2()));
    chunks.sort((a, b) -> Long.compare(a[0], b[0]));
    HashMap128 firsts = new HashMap128();
    HashChunks keepNone = new HashChunks(partitions);
    HashChunks keepFirst = new HashChunks(partitions);
    HashChunks dropped = new HashChunks(partitions);
    for (long[] chunk : chunks) {
      int partition = (int) chunk[0];
      for (int i = 1; i < chunk.length; i += 2) {
        int first = firsts.putIfAbsent(chunk[i], chunk[i + 1], partition);
        if (first == HashMap128.ABSENT) {
          continue;
        }
        dropped.add(first, DROPPED, chunk[i], chunk[i + 1]);
        if (first == partition) {
          keepFirst.add(partition, KEEP_FIRST, chunk[i], chunk[i + 1]);
        } else {
          keepNone.add(partition, KEEP_NONE, chunk[i], chunk[i + 1]);
        }
      }
    }
    List<Tuple2<Integer, long[]>> repeated = new ArrayList<>();
    keepNone.iterator().forEachRemaining(repeated::add);
    keepFirst.iterator().forEachRemaining(repeated::add);
    dropped.iterator().forEachRemaining(repeated::add);
    return repeated.iterator();
  }

  /** Whether a row is the one of its hash that stays; each row is asked about once, in order. */
  private static final class Firsts {
    private final HashSet128 keepNone = new HashSet128();
    private final HashSet128 keepFirst = new HashSet128();
    private final HashSet128 kept = new HashSet128();

    Firsts(Iterator<Tuple2<Integer, long[]>> repeated) {
      while (repeated.hasNext()) {
        long[] chunk = repeated.next()._2();
        if (chunk[0] == DROPPED) {
          continue;
        }
        HashSet128 hashes = chunk[0] == KEEP_FIRST ? keepFirst : keepNone;
        for (int i = 1; i < chunk.length; i += 2) {
          hashes.add(chunk[i], chunk[i + 1]);
        }
      }
    }

    boolean test(long high, long low) {
      if (keepNone.contains(high, low)) {
        return false;
      }
      return !keepFirst.contains(high, low) || kept.add(high, low);
    }
  }
}
