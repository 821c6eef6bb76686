package io.winnow.prepare.write;

import io.winnow.core.config.OutputLayout;
import io.winnow.core.pipeline.FeatureBuffer;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.LabelReader;
import io.winnow.core.pipeline.RowKeyText;
import io.winnow.core.pipeline.RowOutcome;
import io.winnow.core.pipeline.RowTransformer;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.step.impute.knn.KnnImputer;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Turns blocks of typed rows into the prepared rows of one split.
 *
 * @param imputer of rows that do not carry what neighbours fill; null where they do, or none fill
 */
public record RowPreparer(
    FittedPipeline pipeline,
    RowLayout rowLayout,
    SplitAssignment splits,
    OutputLayout output,
    @Nullable KnnImputer imputer)
    implements Serializable {
  private static final VectorUDT VECTOR = new VectorUDT();

  /** The features of a row in whichever form takes less space. */
  public static Vector vector(FeatureBuffer features) {
    int[] indices = new int[features.size()];
    double[] values = new double[features.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = features.index(i);
      values[i] = features.value(i);
    }
    return Vectors.sparse(features.width(), indices, values).compressed();
  }

  /** The prepared rows of a split. */
  Iterator<InternalRow> prepare(Iterator<RowBlock> blocks, Split split) {
    return new Prepared(blocks, split);
  }

  private final class Prepared implements Iterator<InternalRow> {
    private final Iterator<RowBlock> blocks;
    private final Split split;
    private final LabelReader labels = LabelReader.of(rowLayout, pipeline.label());
    private final RowTransformer transformer = new RowTransformer(pipeline, rowLayout, imputer);
    private final FeatureBuffer features = transformer.buffer();
    private final CellEffects counted = new CellEffects();
    private final TypedRow row = new TypedRow(rowLayout);
    // Most rows belong to another split, which a few columns tell.
    private final TypedRow probe =
        new TypedRow(rowLayout, splits.columns(rowLayout).and(labels.columns(rowLayout)));
    private final RowKeyText keys = new RowKeyText(pipeline.table(), rowLayout);
    private @Nullable RowBlock block;
    private int next;
    private @Nullable InternalRow ready;

    Prepared(Iterator<RowBlock> blocks, Split split) {
      this.blocks = blocks;
      this.split = split;
    }

    @Override
    public boolean hasNext() {
      while (ready == null && (blocks.hasNext() || (block != null && next < block.size()))) {
        ready = advance();
      }
      return ready != null;
    }

    @Override
    public InternalRow next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      InternalRow found = ready;
      ready = null;
      return found;
    }

    private @Nullable InternalRow advance() {
      if (block == null || next == block.size()) {
        block = blocks.next();
        next = 0;
        return null;
      }
      int index = next;
      next++;
      block.read(index, probe);
      if (!labels.isLabelled(probe) || splits.of(probe).orElse(null) != split) {
        return null;
      }
      block.read(index, row);
      double label = labels.label(row);
      boolean stays = transformer.transform(row, split, counted, features) == RowOutcome.PREPARED;
      return stays ? row(label) : null;
    }

    private InternalRow row(double label) {
      UTF8String key = UTF8String.fromString(keys.of(row));
      return switch (output) {
        case VECTOR ->
            new GenericInternalRow(new Object[] {key, label, VECTOR.serialize(vector(features))});
        case COLUMNS -> {
          Object[] cells = new Object[2 + features.width()];
          Arrays.fill(cells, 0.0);
          cells[0] = key;
          cells[1] = label;
          for (int i = 0; i < features.size(); i++) {
            cells[2 + features.index(i)] = features.value(i);
          }
          yield new GenericInternalRow(cells);
        }
      };
    }
  }
}
