package io.winnow.prepare.block;

import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Rows in the blocks of an RDD. */
public record SparkRows(JavaRDD<RowBlock> blocks, RowLayout layout) implements Rows {

  @Override
  public <S extends RowState<S>> S scan(S zero) {
    RowLayout rowLayout = layout;
    // Every task deserialises its own copy of the closure, and with it of the empty state.
    return blocks
        .mapPartitions(partition -> List.of(scanned(zero, partition, rowLayout)).iterator())
        .treeReduce(SparkRows::merged);
  }

  private static <S extends RowState<S>> S scanned(
      S state, Iterator<RowBlock> blocks, RowLayout layout) {
    while (blocks.hasNext()) {
      state.add(new RowBatch(blocks.next(), layout));
    }
    return state;
  }

  private static <S extends RowState<S>> S merged(S left, S right) {
    left.merge(right);
    return left;
  }
}
