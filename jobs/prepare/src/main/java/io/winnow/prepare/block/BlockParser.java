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
import java.util.Arrays;
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
    return CatalystRows.of(source).mapPartitions(rows -> blocks(rows, columns));
  }

  /** The blocks of rows with those columns. */
  public Iterator<RowBlock> blocks(Iterator<InternalRow> rows, StructType columns) {
    return new Blocks(rows, columns);
  }

  private final class Blocks implements Iterator<RowBlock> {
    private final Iterator<InternalRow> rows;
    private final RowParser parser = new RowParser(table, layout, label, sensitive);
    private final RowBlockBuilder builder = new RowBlockBuilder(layout);
    private final TypedRow typed = new TypedRow(layout);
    private final CellReader[] readers;
    private final @Nullable Object[] cells = new @Nullable Object[table.source().columns().size()];

    Blocks(Iterator<InternalRow> rows, StructType columns) {
      this.rows = rows;
      readers =
          Arrays.stream(columns.fields())
              .map(field -> CellReader.of(field.dataType()))
              .toArray(CellReader[]::new);
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public RowBlock next() {
      if (!rows.hasNext()) {
        throw new NoSuchElementException();
      }
      while (rows.hasNext() && !builder.isFull()) {
        parse(rows.next());
      }
      return builder.build();
    }

    private void parse(InternalRow row) {
      if (row.numFields() > cells.length && !row.isNullAt(cells.length)) {
        builder.reject(malformed(row.getString(cells.length)));
        return;
      }
      for (int i = 0; i < cells.length; i++) {
        cells[i] = readers[i].read(row, i);
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
