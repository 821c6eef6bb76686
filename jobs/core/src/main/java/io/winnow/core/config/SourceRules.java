package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.redact.Redactor;
import io.winnow.core.schema.TableSchema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds between the keys of {@code source}. */
final class SourceRules {
  private final String file;
  private final SourceConfig source;

  private SourceRules(String file, SourceConfig source) {
    this.file = file;
    this.source = source;
  }

  static void check(String file, SourceConfig source, TableSchema table) {
    check(file, source);
    if (source.union() != null) {
      ColumnRules columns = new ColumnRules(file, table);
      source
          .union()
          .allowMissing()
          .forEach(name -> columns.declared("source.union.allowMissing", name));
    }
  }

  /** The rules that need no table schema. */
  static void check(String file, SourceConfig source) {
    SourceRules rules = new SourceRules(file, source);
    rules.checkPlace();
    source.named().forEach((name, table) -> rules.checkTable(source.key(name), table));
    rules.checkTables();
  }

  private void checkPlace() {
    List<String> given =
        Stream.of(
                source.path() == null ? "" : "path",
                source.jdbc() == null ? "" : "jdbc",
                source.tables().isEmpty() ? "" : "tables")
            .filter(key -> !key.isEmpty())
            .toList();
    if (given.size() != 1) {
      throw refused(
          "source",
          "needs one of path, jdbc and tables; it has "
              + (given.isEmpty() ? "none" : String.join(" and ", given)));
    }
  }

  private void checkTable(String key, TableConfig table) {
    boolean isDatabase = table.format() == SourceFormat.JDBC;
    if (isDatabase && table.jdbc() == null) {
      throw refused(key, "format jdbc needs key 'jdbc'");
    }
    if (!isDatabase && table.jdbc() != null) {
      throw refused(key, "key 'jdbc' needs 'format: jdbc'");
    }
    if (isDatabase == (table.path() != null)) {
      throw refused(
          key, isDatabase ? "format jdbc has no 'path'" : "key 'path' is missing; give a file");
    }
    if (table.jdbc() != null) {
      checkDatabase(key + ".jdbc", table.jdbc());
    }
  }

  private void checkDatabase(String key, JdbcConfig jdbc) {
    if (!Redactor.redact(jdbc.url()).equals(jdbc.url())) {
      throw refused(
          key + ".url",
          "holds a secret; name environment variables in userVariable and passwordVariable");
    }
    if ((jdbc.table() == null) == (jdbc.query() == null)) {
      throw refused(key, "needs one of table and query");
    }
    long ranges =
        Stream.of(
                Objects.nonNull(jdbc.partitionColumn()),
                Objects.nonNull(jdbc.lowerBound()),
                Objects.nonNull(jdbc.upperBound()),
                Objects.nonNull(jdbc.partitions()))
            .filter(given -> given)
            .count();
    if (ranges != 0 && ranges != 4) {
      throw refused(
          key,
          "partitionColumn, lowerBound, upperBound and partitions stand together or not at all");
    }
  }

  private void checkTables() {
    if (source.tables().isEmpty()) {
      refuseWithoutTables("union", source.union());
      refuseWithoutTables("join", source.join());
      return;
    }
    for (String name : source.tables().keySet()) {
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
        throw refused(
            "source.tables", "'%s' is not a name; use letters, digits and '_'".formatted(name));
      }
    }
    long ways =
        Stream.of(
                Objects.nonNull(source.union()),
                Objects.nonNull(source.join()),
                Objects.nonNull(source.sql()))
            .filter(given -> given)
            .count();
    if (ways != 1) {
      throw refused("source.tables", "need one of union, join and sql, which makes one table");
    }
    if (source.union() != null) {
      checkAllUsed("source.union.tables", source.union().tables());
    }
    if (source.join() != null) {
      checkAllUsed("source.join", List.of(source.join().left(), source.join().right()));
    }
  }

  private void refuseWithoutTables(String key, @Nullable Object value) {
    if (value != null) {
      throw refused("source." + key, "needs source.tables");
    }
  }

  private void checkAllUsed(String key, List<String> used) {
    for (String name : used) {
      if (!source.tables().containsKey(name)) {
        throw refused(
            key,
            "'%s' is none of source.tables, which has %s"
                .formatted(name, sorted(source.tables().keySet())));
      }
    }
    Set<String> unused = new TreeSet<>(source.tables().keySet());
    used.forEach(unused::remove);
    if (!unused.isEmpty() || Set.copyOf(used).size() < used.size()) {
      throw refused(key, "takes each of source.tables once: " + sorted(source.tables().keySet()));
    }
  }

  private static String sorted(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }

  private WinnowException refused(String key, String why) {
    return WinnowException.usage("%s: %s: %s".formatted(file, key, why));
  }
}
