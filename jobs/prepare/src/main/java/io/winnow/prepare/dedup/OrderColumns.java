package io.winnow.prepare.dedup;

import io.winnow.core.config.SurvivorOrder;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.Numeral;
import io.winnow.core.schema.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The total order that chooses a survivor: the declared columns, missing cells last, then the row
 * key, then the hash of the row. Texts are ordered by their UTF-8 bytes.
 */
record OrderColumns(List<Cell> cells) implements Serializable {
  private static final String NAME = "order";

  /** Where a column's cells are; one of the indices is -1. */
  record Cell(int number, int text, boolean numeric, SurvivorOrder.Direction direction)
      implements Serializable {

    /** The value to order by, or null when it is missing. */
    @Nullable Object of(TypedRow row) {
      String written = text >= 0 ? row.texts[text] : null;
      if (!numeric) {
        return written;
      }
      double value = Double.NaN;
      if (number >= 0) {
        value = row.numbers[number];
      } else if (written != null) {
        value = Numeral.parse(written);
      }
      return Double.isNaN(value) ? null : value + 0.0;
    }

    Column sorted(Column column) {
      return switch (direction) {
        case ASCENDING -> column.asc_nulls_last();
        case DESCENDING -> column.desc_nulls_last();
      };
    }
  }

  static OrderColumns of(TableSchema table, RowLayout layout, List<SurvivorOrder> orders) {
    List<Cell> cells = new ArrayList<>();
    for (SurvivorOrder order : orders) {
      String name = order.column();
      boolean numeric = table.column(name).orElseThrow().isNumeric();
      cells.add(new Cell(layout.number(name), layout.text(name), numeric, order.order()));
    }
    return new OrderColumns(List.copyOf(cells));
  }

  /** A schema with the columns to order by at its end. */
  StructType appendedTo(StructType schema) {
    StructType appended = schema;
    for (int i = 0; i < cells.size(); i++) {
      appended =
          appended.add(
              NAME + i, cells.get(i).numeric ? DataTypes.DoubleType : DataTypes.StringType);
    }
    return appended;
  }

  /** What to sort by. */
  Column[] columns() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.add(cells.get(i).sorted(functions.col(NAME + i)));
    }
    columns.add(functions.col(Narrow.ROW_KEY));
    // Spark compares signed numbers, a hash is unsigned.
    columns.add(functions.col(Narrow.HASH_HIGH).bitwiseXOR(Long.MIN_VALUE));
    columns.add(functions.col(Narrow.HASH_LOW).bitwiseXOR(Long.MIN_VALUE));
    return columns.toArray(new Column[0]);
  }
}
