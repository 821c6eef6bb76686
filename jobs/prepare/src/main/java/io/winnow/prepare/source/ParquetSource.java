package io.winnow.prepare.source;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Parquet files with flat columns. */
final class ParquetSource {
  private final SparkSession spark;
  private final TableSchema table;

  ParquetSource(SparkSession spark, TableSchema table) {
    this.spark = spark;
    this.table = table;
  }

  SourceTable open(List<InputFile> files) {
    String first = files.get(0).uri();
    Dataset<Row> all =
        spark.read().parquet(files.stream().map(InputFile::uri).toArray(String[]::new));
    List<String> names = Arrays.asList(all.columns());
    StructType types = all.schema();
    String[] numbered = new String[names.size()];
    for (int i = 0; i < numbered.length; i++) {
      numbered[i] = "c" + i;
    }
    Dataset<Row> byPosition = all.toDF(numbered);
    List<Column> picked = new ArrayList<>();
    for (int position : DeclaredColumns.positions(first, names, table)) {
      checkFlat(first, names.get(position), types.fields()[position].dataType());
      picked.add(byPosition.col("c" + position));
    }
    return new SourceTable(
        byPosition.select(picked.toArray(new Column[0])),
        files,
        DeclaredColumns.undeclared(first, names, table));
  }

  private static void checkFlat(String file, String name, DataType type) {
    if (type instanceof StructType
        || type instanceof ArrayType
        || type instanceof MapType
        || type instanceof BinaryType) {
      throw WinnowException.usage(
          "%s: column '%s' is of type %s; only numbers, texts, booleans and dates are read"
              .formatted(file, name, type.simpleString()));
    }
  }
}
