package io.winnow.prepare.block;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.row.Reject;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowBlockBuilder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a source into blocks of typed rows. A source row holds the columns that are
 * read in the order of the schema, then the text of the line if it could not be divided into cells.
 */
public record BlockParser(
    TableSchema table, RowLayout layout, LabelConfig label, SensitiveCells sensitive)
    implements Serializable {

  /** The blocks of a source. */
  public JavaRDD<RowBlock> blocks(Dataset<Row> source) {
    StructType columns = source.schema();
    CatalystRows.Batches batches = CatalystRows.batches(source);
    if (batches == null) {
      return CatalystRows.of(source).mapPartitions(rows -> blocks(rows, columns));
    }
    int[] positions = batches.columns().stream().mapToInt(Integer::intValue).toArray();
    return batches
        .rdd()
        .mapPartitions(each -> new Blocks(new BatchCells(each, positions, columns)));
  }

  /** The blocks of rows with those columns. */
  public Iterator<RowBlock> blocks(Iterator<InternalRow> rows, StructType columns) {
    return new Blocks(new RowCells(rows, columns));
  }

  private final class Blocks implements Iterator<RowBlock> {
    private final SourceCells source;
    private final RowParser parser = new RowParser(table, layout, label, sensitive);
    private final RowBlockBuilder builder = new RowBlockBuilder(layout);
    private final TypedRow typed = new TypedRow(layout);
    private final @Nullable Object[] cells = new @Nullable Object[table.source().columns().size()];

    Blocks(SourceCells source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      return source.hasNext();
    }

    @Override
    public RowBlock next() {
      if (!source.hasNext()) {
        throw new NoSuchElementException();
      }
      while (source.hasNext() && !builder.isFull()) {
        source.advance();
        parse();
      }
      return builder.build();
    }

    private void parse() {
      Object line = source.width() > cells.length ? source.cell(cells.length) : null;
      if (line != null) {
        builder.reject(malformed(line.toString()));
        return;
      }
      for (int i = 0; i < cells.length; i++) {
        cells[i] = source.cell(i);
      }
      Reject reject = parser.parse(cells, typed);
      if (reject == null) {
        builder.add(typed);
      } else {
        builder.reject(reject);
      }
    }

    private Reject malformed(String line) {
      boolean hidden =
          !sensitive.isEmpty()
              || table.columns().stream().anyMatch(column -> column.role() == Role.SENSITIVE);
      return new Reject(
          "the line is no row: not as many cells as the header, or no JSON object",
          null,
          hidden ? Map.of() : Map.of("line", line));
    }
  }
}
