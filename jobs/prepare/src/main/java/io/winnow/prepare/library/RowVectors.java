package io.winnow.prepare.library;

import io.winnow.core.library.VectorReader;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.JavaRDD;

/** The rows of a table, after steps, as an RDD of what is made of each. */
final class RowVectors {
  private RowVectors() {}

  /** Makes something of a row and its vector. */
  @FunctionalInterface
  interface Maker<T> extends Serializable {
    T make(TypedRow row, double[] vector);
  }

  /**
   * What is made of the rows that have a vector.
   *
   * @param rows those of an RDD, after any steps
   */
  static <T> JavaRDD<T> of(Rows rows, VectorReader reader, Maker<T> maker) {
    SteppedBlocks source = SteppedBlocks.of(rows);
    RowLayout layout = source.layout();
    List<RowStep> steps = source.steps();
    return source
        .blocks()
        .mapPartitions(blocks -> new Made<>(blocks, layout, steps, reader, maker));
  }

  private static final class Made<T> implements Iterator<T> {
    private final Iterator<RowBlock> blocks;
    private final RowLayout layout;
    private final List<RowStep> steps;
    private final VectorReader reader;
    private final Maker<T> maker;
    private final TypedRow row;
    private final CellEffects ignored = new CellEffects();
    private final Queue<T> ready = new ArrayDeque<>();

    Made(
        Iterator<RowBlock> blocks,
        RowLayout layout,
        List<RowStep> steps,
        VectorReader reader,
        Maker<T> maker) {
      this.blocks = blocks;
      this.layout = layout;
      this.steps = steps;
      this.reader = reader;
      this.maker = maker;
      row = new TypedRow(layout);
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && blocks.hasNext()) {
        read(new RowBatch(blocks.next(), layout));
      }
      return !ready.isEmpty();
    }

    private void read(RowBatch batch) {
      steps.forEach(step -> step.apply(batch, ignored));
      for (int i = 0; i < batch.size(); i++) {
        batch.read(i, row);
        double[] vector = reader.vector(row);
        if (vector != null) {
          ready.add(maker.make(row, vector));
        }
      }
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }
  }
}
