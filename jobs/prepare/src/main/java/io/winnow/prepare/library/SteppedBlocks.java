package io.winnow.prepare.library;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import io.winnow.core.scan.SteppedRows;
import io.winnow.prepare.block.SparkRows;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * What rows of an RDD are made of.
 *
 * @param steps to apply to the blocks, the first one first
 */
record SteppedBlocks(JavaRDD<RowBlock> blocks, RowLayout layout, List<RowStep> steps) {

  /**
   * Takes rows apart.
   *
   * @param rows those of an RDD, after any steps
   */
  static SteppedBlocks of(Rows rows) {
    Deque<RowStep> steps = new ArrayDeque<>();
    Rows source = rows;
    while (source instanceof SteppedRows stepped) {
      steps.addFirst(stepped.step());
      source = stepped.source();
    }
    if (!(source instanceof SparkRows table)) {
      throw new IllegalArgumentException(
          "rows of " + source.getClass().getSimpleName() + " are in no RDD");
    }
    return new SteppedBlocks(table.blocks(), table.layout(), List.copyOf(steps));
  }
}
