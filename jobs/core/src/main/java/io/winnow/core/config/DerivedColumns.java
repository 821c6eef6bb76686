package io.winnow.core.config;

import io.winnow.core.config.DeriveConfig.DerivedParts;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.DatePart;
import io.winnow.core.schema.DerivedPart;
import io.winnow.core.schema.DerivedPart.Form;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a pipeline derives stand in its table schema, behind those that are read, so
 * that every later step treats them like declared numbers.
 */
final class DerivedColumns {
  private final ColumnRules rules;
  private final SensitiveConfig sensitive;

  private DerivedColumns(ColumnRules rules, SensitiveConfig sensitive) {
    this.rules = rules;
    this.sensitive = sensitive;
  }

  /**
   * The schema with the derived columns as its last ones, in the order of the date columns in the
   * schema and of {@link DatePart}.
   *
   * @param file the pipeline file, for messages
   * @throws WinnowException when a column has no date, or a name is taken
   */
  static TableSchema declaredIn(
      String file, TableSchema table, @Nullable DeriveConfig derive, SensitiveConfig sensitive) {
    if (derive == null) {
      return table;
    }
    DerivedColumns derived = new DerivedColumns(new ColumnRules(file, table), sensitive);
    new TreeMap<>(derive.columns()).keySet().forEach(derived::check);
    List<ColumnSchema> columns = new ArrayList<>(table.columns());
    for (ColumnSchema column : table.columns()) {
      DerivedParts parts = derive.columns().get(column.name());
      if (parts != null) {
        parts.parts().stream()
            .sorted()
            .flatMap(part -> forms(column.name(), part, parts.cyclic()))
            .map(derived::declared)
            .forEach(columns::add);
      }
    }
    return new TableSchema(
        table.table(), table.description(), table.trim(), table.missing(), columns);
  }

  private void check(String name) {
    ColumnSchema column = rules.declared("derive.columns", name);
    if (column.type() != ColumnType.DATE) {
      throw rules.refused("derive.columns", name, "has no dates; give it type date");
    }
    if (column.role() == Role.SENSITIVE || sensitive.columns().containsKey(name)) {
      throw rules.refused(
          "derive.columns", name, "is sensitive, and its parts would show what is hidden");
    }
  }

  private static Stream<DerivedPart> forms(String column, DatePart part, boolean cyclic) {
    Stream<Form> forms =
        cyclic && part.isCyclic() ? Stream.of(Form.SIN, Form.COS) : Stream.of(Form.VALUE);
    return forms.map(form -> new DerivedPart(column, part, form));
  }

  private ColumnSchema declared(DerivedPart part) {
    String name = part.name();
    if (rules.table().column(name).isPresent()) {
      throw rules.refused(
          "derive.columns." + part.column(), name, "is a column of the schema already; rename it");
    }
    return new ColumnSchema(
        name, ColumnType.NUMBER, Role.FEATURE, "", List.of(), null, null, null, null, part);
  }
}
