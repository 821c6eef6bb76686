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
import io.winnow.core.schema.Role;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.step.impute.knn.KnnImputer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Turns blocks of typed rows into the prepared rows of one split.
 *
 * @param imputer on every executor, of rows that do not carry what neighbours fill; null where they
 *     do, or none fill
 */
public record RowPreparer(
    FittedPipeline pipeline,
    RowLayout rowLayout,
    SplitAssignment splits,
    OutputLayout output,
    @Nullable Broadcast<KnnImputer> imputer)
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

  /** Name of the column with the weights of the rows, where the table has one. */
  public static final String WEIGHT = "row_weight";

  /** Index of the number that is the weight of a row, or -1. */
  private int weight() {
    return pipeline.table().columns().stream()
        .filter(column -> column.role() == Role.WEIGHT)
        .mapToInt(column -> rowLayout.number(column.name()))
        .findFirst()
        .orElse(-1);
  }

  /** Columns of a prepared row before its features: its key, its label and perhaps its weight. */
  List<StructField> leading() {
    List<StructField> leading = new ArrayList<>();
    leading.add(new StructField("row_key", DataTypes.StringType, false, Metadata.empty()));
    leading.add(new StructField("label", DataTypes.DoubleType, false, Metadata.empty()));
    if (weight() >= 0) {
      // A feature may have the same name, and then is told apart by this.
      Metadata role = new MetadataBuilder().putString("role", "weight").build();
      leading.add(new StructField(WEIGHT, DataTypes.DoubleType, false, role));
    }
    return leading;
  }

  /** The prepared rows of a split. */
  Iterator<InternalRow> prepare(Iterator<RowBlock> blocks, Split split) {
    return new Prepared(blocks, split);
  }

  private final class Prepared implements Iterator<InternalRow> {
    private final Iterator<RowBlock> blocks;
    private final Split split;
    private final LabelReader labels = LabelReader.of(rowLayout, pipeline.label());
    private final RowTransformer transformer =
        new RowTransformer(pipeline, rowLayout, imputer == null ? null : imputer.value());
    private final FeatureBuffer features = transformer.buffer();
    private final CellEffects counted = new CellEffects();
    private final TypedRow row = new TypedRow(rowLayout);
    // Most rows belong to another split, which a few columns tell.
    private final TypedRow probe =
        new TypedRow(rowLayout, splits.columns(rowLayout).and(labels.columns(rowLayout)));
    private final int weight = weight();
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
      int leading = weight < 0 ? 2 : 3;
      int width =
          switch (output) {
            case VECTOR -> 1;
            case COLUMNS -> features.width();
          };
      Object[] cells = new Object[leading + width];
      Arrays.fill(cells, 0.0);
      cells[0] = UTF8String.fromString(keys.of(row));
      cells[1] = label;
      if (weight >= 0) {
        cells[2] = row.numbers[weight];
      }
      switch (output) {
        case VECTOR -> cells[leading] = VECTOR.serialize(vector(features));
        case COLUMNS -> {
          for (int i = 0; i < features.size(); i++) {
            cells[leading + features.index(i)] = features.value(i);
          }
        }
      }
      return new GenericInternalRow(cells);
    }
  }
}
