package io.winnow.prepare.source;

import io.winnow.core.config.JoinConfig;
import io.winnow.core.config.SourceConfig;
import io.winnow.core.config.UnionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The tables of a source, and the one that is made of them. */
final class OpenTables {
  private final SparkSession session;
  private final SourceConfig config;
  private final Map<String, OpenTable> tables = new TreeMap<>();
  private final Map<String, Dataset<Row>> views = new TreeMap<>();
  private final List<Runnable> checks = new ArrayList<>();

  /**
   * Opens all tables; reads no rows.
   *
   * @param isTrimmed whether blanks around the names of columns do not count
   * @param variables value of an environment variable, or null
   */
  OpenTables(
      SparkSession spark,
      SourceConfig config,
      boolean isTrimmed,
      UnaryOperator<@Nullable String> variables) {
    this.config = config;
    this.session = isQuery() ? QuerySession.beside(spark) : spark;
    new TreeMap<>(config.named())
        .forEach(
            (name, table) ->
                tables.put(
                    name, OpenTable.open(session, config.key(name), table, isTrimmed, variables)));
    if (isQuery()) {
      tables.forEach((name, table) -> views.put(name, table.reader().view()));
    }
  }

  /** Whether rows of the tables are the rows of the source. */
  boolean isPlain() {
    return !isQuery();
  }

  /** What the tables need beyond their columns; each check reads rows. */
  List<Runnable> checks() {
    return checks;
  }

  /** Every table for itself, by name. */
  Map<String, OpenTable> tables() {
    return tables;
  }

  /**
   * The one table.
   *
   * @param wanted names that its rows are asked for
   */
  CellReader combined(List<String> wanted) {
    UnionConfig union = config.union();
    JoinConfig join = config.join();
    if (union != null) {
      return new UnionSource(
          union.tables().stream().map(name -> table(name).reader()).toList(), union.allowMissing());
    }
    if (join != null) {
      Joined joined =
          new Joined(
              join, QuerySource.rows(view(join.left())), QuerySource.rows(view(join.right())));
      checks.add(joined::checkKeys);
      return query("source.join", joined.rows(wanted));
    }
    String sql = config.sql();
    return sql == null
        ? table(SourceConfig.RAW).reader()
        : query("source.sql", statement("source.sql", sql));
  }

  /** What is counted: of a query its tables as they are, else the cells that are taken. */
  List<SourceInput> inputs(WantedColumns wanted) {
    UnionConfig union = config.union();
    WantedColumns taken = union == null ? wanted : wanted.allowing(union.allowMissing());
    List<SourceInput> inputs = new ArrayList<>();
    tables.forEach(
        (name, table) ->
            inputs.add(
                new SourceInput(
                    table.where(),
                    table.files(),
                    isQuery() ? view(name) : table.reader().cells(taken))));
    return inputs;
  }

  private boolean isQuery() {
    return config.join() != null || config.sql() != null;
  }

  private OpenTable table(String name) {
    return Objects.requireNonNull(tables.get(name));
  }

  private Dataset<Row> view(String name) {
    return Objects.requireNonNull(views.get(name));
  }

  private QuerySource query(String key, Dataset<Row> rows) {
    return new QuerySource(new TypedSource(key, rows), List.copyOf(views.values()));
  }

  private Dataset<Row> statement(String key, String sql) {
    views.forEach((name, view) -> QuerySource.rows(view).createOrReplaceTempView(name));
    // As a part of a query nothing but a query is grammatical: no statement that changes anything.
    Dataset<Row> rows =
        SparkReason.of(key, () -> session.sql("SELECT * FROM (" + sql + "\n) AS source_sql"));
    Determinism.check(key, rows.queryExecution().analyzed());
    return rows;
  }
}
