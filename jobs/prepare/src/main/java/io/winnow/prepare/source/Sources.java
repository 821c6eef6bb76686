package io.winnow.prepare.source;

import io.winnow.core.config.SourceConfig;
import io.winnow.core.manifest.Warning;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Opens raw tables. */
public final class Sources {
  private Sources() {}

  /**
   * Opens a table and checks that it has the declared columns; reads no rows.
   *
   * @throws io.winnow.core.failure.WinnowException when a file or a column is missing, a database
   *     cannot be reached, or a statement is wrong
   */
  public static SourceTable open(SparkSession spark, SourceConfig config, TableSchema table) {
    return open(spark, config, table, System::getenv);
  }

  /** The same with other environment variables than those of the process. */
  static SourceTable open(
      SparkSession spark,
      SourceConfig config,
      TableSchema table,
      UnaryOperator<@Nullable String> variables) {
    OpenTables tables = new OpenTables(spark, config, table.trim(), variables);
    WantedColumns wanted = WantedColumns.of(table);
    CellReader reader = tables.combined(table.names());
    SourceTable opened =
        new SourceTable(
            reader.cells(wanted),
            tables.inputs(wanted),
            tables.isPlain(),
            undeclared(tables, wanted),
            tables.checks());
    Integer partitions = config.partitions();
    return partitions == null ? opened : opened.over(partitions);
  }

  /**
   * Names of the columns that a table has, for one that no schema declares; columns without a name
   * are left out.
   *
   * @throws io.winnow.core.failure.WinnowException when a file is missing or has no header
   */
  public static List<String> columns(SparkSession spark, SourceConfig config) {
    return new OpenTables(spark, config, true, System::getenv)
        .combined(List.of()).columns().stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
  }

  /** A query chooses its columns itself. */
  private static List<Warning> undeclared(OpenTables tables, WantedColumns wanted) {
    List<Warning> warnings = new ArrayList<>();
    if (tables.isPlain()) {
      tables
          .tables()
          .values()
          .forEach(
              table -> warnings.addAll(wanted.undeclared(table.where(), table.reader().columns())));
    }
    return warnings;
  }
}
