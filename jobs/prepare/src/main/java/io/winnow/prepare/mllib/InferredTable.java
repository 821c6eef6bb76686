package io.winnow.prepare.mllib;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * The table schema that the types of a dataset suggest: numbers and whole numbers are features as
 * they are, texts and booleans categories, dates and times what features are derived from.
 */
final class InferredTable {
  private final String where;
  private final StructType types;

  private InferredTable(String where, StructType types) {
    this.where = where;
    this.types = types;
  }

  /**
   * The schema of some columns.
   *
   * @param label null when nothing is predicted
   * @throws WinnowException when a column is missing or of no plain type
   */
  static TableSchema of(
      String where, StructType types, List<String> inputs, @Nullable String label) {
    InferredTable inferred = new InferredTable(where, types);
    List<ColumnSchema> columns = new ArrayList<>();
    for (String name : inputs) {
      ColumnType type = inferred.type(name);
      columns.add(column(name, type, type == ColumnType.DATE ? Role.IGNORE : Role.FEATURE));
    }
    if (label != null) {
      if (inputs.contains(label)) {
        throw WinnowException.usage(
            "%s: inputCols: '%s' is the label; take it out".formatted(where, label));
      }
      columns.add(column(label, inferred.type(label), Role.LABEL));
    }
    return new TableSchema("dataset", "", true, List.of(), columns);
  }

  private static ColumnSchema column(String name, ColumnType type, Role role) {
    return new ColumnSchema(name, type, role, "", List.of(), null, null, null, null);
  }

  private ColumnType type(String name) {
    int position = List.of(types.fieldNames()).indexOf(name);
    if (position < 0) {
      throw WinnowException.usage(
          "%s: inputCols: the dataset has no column '%s'; it has %s"
              .formatted(where, name, String.join(", ", types.fieldNames())));
    }
    DataType type = types.fields()[position].dataType();
    if (type instanceof DoubleType || type instanceof FloatType || type instanceof DecimalType) {
      return ColumnType.NUMBER;
    }
    if (type instanceof NumericType) {
      return ColumnType.INTEGER;
    }
    if (type.equals(DataTypes.StringType) || type.equals(DataTypes.BooleanType)) {
      return ColumnType.CATEGORY;
    }
    if (type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType) {
      return ColumnType.DATE;
    }
    throw WinnowException.usage(
        "%s: inputCols: column '%s' is of type %s; only numbers, texts, booleans, dates and times are read"
            .formatted(where, name, type.simpleString()));
  }
}
