package io.winnow.prepare.profile;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.block.BlockParser;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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
    return new BlockParser(table, layout, label, SensitiveCells.NONE).call(new Cells(blocks));
  }

  private final class Cells implements Iterator<Row> {
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
    public Row next() {
      if (!hasNext() || block == null) {
        throw new NoSuchElementException();
      }
      block.read(next++, row);
      return RowFactory.create((Object[]) row.texts.clone());
    }
  }
}
