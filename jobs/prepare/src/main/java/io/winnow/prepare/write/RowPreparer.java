package io.winnow.prepare.write;

import io.winnow.core.config.OutputLayout;
import io.winnow.core.pipeline.FeatureBuffer;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.LabelReader;
import io.winnow.core.pipeline.RowTransformer;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Turns blocks of typed rows into the prepared rows of one split. */
public record RowPreparer(
    FittedPipeline pipeline, RowLayout rowLayout, SplitAssignment splits, OutputLayout output)
    implements Serializable {

  /** The prepared rows of a split. */
  Iterator<Row> prepare(Iterator<RowBlock> blocks, Split split) {
    return new Prepared(blocks, split);
  }

  private final class Prepared implements Iterator<Row> {
    private final Iterator<RowBlock> blocks;
    private final Split split;
    private final LabelReader labels = LabelReader.of(rowLayout, pipeline.label());
    private final RowTransformer transformer = new RowTransformer(pipeline, rowLayout);
    private final FeatureBuffer features = transformer.buffer();
    private final CellEffects counted = new CellEffects();
    private final TypedRow row = new TypedRow(rowLayout);
    private final int[] key =
        pipeline.table().columns().stream()
            .filter(column -> column.role() == Role.KEY)
            .map(ColumnSchema::name)
            .mapToInt(rowLayout::text)
            .toArray();
    private @Nullable RowBlock block;
    private int next;
    private @Nullable Row ready;

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
    public Row next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      Row found = ready;
      ready = null;
      return found;
    }

    private @Nullable Row advance() {
      if (block == null || next == block.size()) {
        block = blocks.next();
        next = 0;
        return null;
      }
      block.read(next, row);
      next++;
      if (!labels.isLabelled(row) || splits.of(row).orElse(null) != split) {
        return null;
      }
      double label = labels.label(row);
      return transformer.transform(row, split, counted, features) ? row(label) : null;
    }

    private Row row(double label) {
      return switch (output) {
        case VECTOR -> RowFactory.create(rowKey(), label, vector());
        case COLUMNS -> {
          Object[] cells = new Object[2 + features.width()];
          Arrays.fill(cells, 0.0);
          cells[0] = rowKey();
          cells[1] = label;
          for (int i = 0; i < features.size(); i++) {
            cells[2 + features.index(i)] = features.value(i);
          }
          yield RowFactory.create(cells);
        }
      };
    }

    private String rowKey() {
      if (key.length == 0) {
        return row.key.toHex();
      }
      return Arrays.stream(key)
          .mapToObj(column -> String.valueOf(row.texts[column]))
          .collect(Collectors.joining("|"));
    }

    private Vector vector() {
      int[] indices = new int[features.size()];
      double[] values = new double[features.size()];
      for (int i = 0; i < indices.length; i++) {
        indices[i] = features.index(i);
        values[i] = features.value(i);
      }
      return Vectors.sparse(features.width(), indices, values).compressed();
    }
  }
}
