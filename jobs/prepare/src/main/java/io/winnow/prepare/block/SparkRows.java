package io.winnow.prepare.block;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Rows in the blocks of an RDD. */
public record SparkRows(JavaRDD<RowBlock> blocks, RowLayout layout) implements Rows {
  /** More states than these are merged by the executors before they come to the driver. */
  private static final int MERGED_BY_DRIVER = 32;

  @Override
  public <S extends RowState<S>> S scan(S zero) {
    BlockScan<S> scan = new BlockScan<>(zero, layout);
    if (blocks.getNumPartitions() <= MERGED_BY_DRIVER) {
      return scan.states(blocks).stream().reduce(SparkRows::merged).orElse(zero);
    }
    return blocks
        .mapPartitions(partition -> List.of(scan.state(partition)).iterator())
        .treeReduce(SparkRows::merged);
  }

  private static <S extends RowState<S>> S merged(S left, S right) {
    left.merge(right);
    return left;
  }
}
