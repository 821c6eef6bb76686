package io.winnow.core.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a raw table.
 *
 * @param missing texts that mean missing here, besides those of the table
 * @param stripSuffix taken off the end of a cell where it stands
 * @param allowed the only values a cell may hold, or null for any
 * @param min least value of a numeric cell, or null
 * @param max greatest value of a numeric cell, or null
 * @param derived what the column is made of, or null when it is read
 */
public record ColumnSchema(
    String name,
    ColumnType type,
    Role role,
    String description,
    List<String> missing,
    @Nullable String stripSuffix,
    @Nullable List<String> allowed,
    @Nullable Double min,
    @Nullable Double max,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DerivedPart derived)
    implements Serializable {

  /** A column that is read. */
  public ColumnSchema(
      String name,
      ColumnType type,
      Role role,
      String description,
      List<String> missing,
      @Nullable String stripSuffix,
      @Nullable List<String> allowed,
      @Nullable Double min,
      @Nullable Double max) {
    this(name, type, role, description, missing, stripSuffix, allowed, min, max, null);
  }

  /** Whether cells are numbers. */
  @JsonIgnore
  public boolean isNumeric() {
    return switch (type) {
      case NUMBER, INTEGER -> true;
      case CATEGORY, TEXT, DATE -> false;
    };
  }
}
