package io.winnow.core.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a table schema as YAML for people: one column a line, the reasons as comments. */
public final class SchemaFile {
  /** Texts that YAML reads as themselves wherever they stand. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private static final Pattern WORD_OF_YAML =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private SchemaFile() {}

  /**
   * The file's content.
   *
   * @param table name, description and what holds for every column
   * @param columns in their order
   */
  public static String of(TableSchema table, List<SuggestedColumn> columns) {
    StringBuilder yaml = new StringBuilder("# Suggested by winnow profile; read it, then change");
    yaml.append(" what you know better.\n");
    if (columns.stream().noneMatch(column -> column.schema().role() == Role.LABEL)) {
      yaml.append("# To predict a column, give it role: label.\n");
    }
    yaml.append("table: ").append(scalar(table.table())).append('\n');
    if (!table.description().isEmpty()) {
      yaml.append("description: ").append(scalar(table.description())).append('\n');
    }
    if (!table.trim()) {
      yaml.append("trim: false\n");
    }
    if (!table.missing().isEmpty()) {
      yaml.append("missing: ").append(list(table.missing())).append('\n');
    }
    yaml.append("columns:\n");
    columns.forEach(column -> append(yaml, column));
    return yaml.toString();
  }

  private static void append(StringBuilder yaml, SuggestedColumn column) {
    column.notes().forEach(note -> yaml.append("  # ").append(oneLine(note)).append('\n'));
    ColumnSchema schema = column.schema();
    List<String> keys = new ArrayList<>();
    keys.add("name: " + scalar(schema.name()));
    keys.add("type: " + name(schema.type()));
    if (schema.role() != Role.FEATURE) {
      keys.add("role: " + name(schema.role()));
    }
    if (!schema.description().isEmpty()) {
      keys.add("description: " + scalar(schema.description()));
    }
    if (!schema.missing().isEmpty()) {
      keys.add("missing: " + list(schema.missing()));
    }
    if (schema.stripSuffix() != null) {
      keys.add("stripSuffix: " + scalar(schema.stripSuffix()));
    }
    if (schema.allowed() != null) {
      keys.add("allowed: " + list(schema.allowed()));
    }
    if (schema.min() != null) {
      keys.add("min: " + Numbers.plain(schema.min()));
    }
    if (schema.max() != null) {
      keys.add("max: " + Numbers.plain(schema.max()));
    }
    yaml.append("  - {").append(String.join(", ", keys)).append("}\n");
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(SchemaFile::scalar).toList()) + "]";
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches();
    // What JSON puts in quotes, YAML reads the same.
    return plain ? text : Json.MAPPER.<JsonNode>valueToTree(text).toString();
  }

  private static String name(Enum<?> value) {
    return Json.MAPPER.<JsonNode>valueToTree(value).asText();
  }

  private static String oneLine(String note) {
    return note.replaceAll("\\s+", " ");
  }
}
