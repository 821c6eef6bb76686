package io.winnow.core.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the raw table is, or the tables that it is made of.
 *
 * @param path file, folder or glob of the only table
 * @param options dialect of CSV files
 * @param jdbc database of the only table
 * @param tables several tables by name; path and jdbc are then null
 * @param union how they are united, or null
 * @param join how they are joined, or null
 * @param sql a SELECT over the tables by their names, or over the only one by the name {@code raw};
 *     null to take the table as it is
 * @param partitions partitions to spread the input over, or null to leave it as it is read
 */
public record SourceConfig(
    SourceFormat format,
    @Nullable String path,
    CsvOptions options,
    @Nullable JdbcConfig jdbc,
    Map<String, TableConfig> tables,
    @Nullable UnionConfig union,
    @Nullable JoinConfig join,
    @Nullable String sql,
    @Nullable Integer partitions) {

  /** Name of the only table in {@code sql}. */
  public static final String RAW = "raw";

  /** One table in files. */
  public static SourceConfig files(
      SourceFormat format, String path, @Nullable Integer partitions, CsvOptions options) {
    return new SourceConfig(format, path, options, null, Map.of(), null, null, null, partitions);
  }

  /** All tables by name; the only one is {@value #RAW}. */
  public Map<String, TableConfig> named() {
    return tables.isEmpty() ? Map.of(RAW, new TableConfig(format, path, options, jdbc)) : tables;
  }

  /** The key below which a table stands, for messages. */
  public String key(String table) {
    return tables.isEmpty() ? "source" : "source.tables." + table;
  }

  /** The locations of all tables, for messages and pages. */
  public String location() {
    List<String> locations = named().values().stream().map(TableConfig::location).sorted().toList();
    return String.join(", ", locations);
  }

  /** Key and locations, for messages, as in {@code source.path: 'table.csv'}. */
  public String described() {
    String last = !tables.isEmpty() ? "tables" : path != null ? "path" : "jdbc";
    return "source.%s: '%s'".formatted(last, location());
  }

  /**
   * Dialect of CSV files.
   *
   * @param multiLine whether cells may hold line breaks
   */
  public record CsvOptions(
      String delimiter, String quote, String escape, String encoding, boolean multiLine) {}
}
