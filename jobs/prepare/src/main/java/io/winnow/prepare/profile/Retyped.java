package io.winnow.prepare.profile;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.block.BlockParser;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of texts, typed by a schema that was made for them, as if the source were read with it.
 *
 * @param texts layout of the blocks: every column of the table, in its order
 */
record Retyped(TableSchema table, RowLayout texts, RowLayout layout, LabelConfig label)
    implements FlatMapFunction<Iterator<RowBlock>, RowBlock> {

  @Override
  public Iterator<RowBlock> call(Iterator<RowBlock> blocks) {
    return new BlockParser(table, layout, label, SensitiveCells.NONE)
        .blocks(new Cells(blocks), textTypes());
  }

  private StructType textTypes() {
    return new StructType(
        texts.texts().stream()
            .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
            .toArray(StructField[]::new));
  }

  private final class Cells implements Iterator<InternalRow> {
    private final Iterator<RowBlock> blocks;
    private final TypedRow row = new TypedRow(texts);
    private @Nullable RowBlock block;
    private int next;

    Cells(Iterator<RowBlock> blocks) {
      this.blocks = blocks;
    }

    @Override
    public boolean hasNext() {
      while ((block == null || next == block.size()) && blocks.hasNext()) {
        block = blocks.next();
        next = 0;
      }
      return block != null && next < block.size();
    }

    @Override
    public InternalRow next() {
      if (!hasNext() || block == null) {
        throw new NoSuchElementException();
      }
      block.read(next++, row);
      return new GenericInternalRow(
          Arrays.stream(row.texts).map(UTF8String::fromString).toArray(Object[]::new));
    }
  }
}
