package io.winnow.prepare.source;

import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The cells of a table that somebody else has opened, by the names of its columns.
 *
 * @param where what to call it in messages
 * @param types its columns
 */
public record DatasetCells(String where, StructType types) {

  /**
   * The declared columns in the order of the schema, as cells that the schema can be applied to.
   *
   * @param table without derived columns
   * @throws io.winnow.core.failure.WinnowException when a column is missing or holds no plain cells
   */
  public List<Column> columns(TableSchema table) {
    List<Column> columns = new ArrayList<>();
    for (int position :
        WantedColumns.of(table).positions(where, Arrays.asList(types.fieldNames()))) {
      StructField field = types.fields()[position];
      Column column = functions.col("`" + field.name().replace("`", "``") + "`");
      columns.add(
          PlainCells.of(where, field.name(), column, field.dataType()).as("c" + columns.size()));
    }
    return columns;
  }
}
