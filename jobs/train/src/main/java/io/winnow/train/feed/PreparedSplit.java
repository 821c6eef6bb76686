package io.winnow.train.feed;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * The prepared rows of one split, in either layout: {@code row_key}, {@code label}, perhaps {@code
 * row_weight}, and an MLlib vector {@code features}, or one double column per feature.
 */
public final class PreparedSplit {
  private static final String FEATURES = "features";
  private static final String WEIGHT = "row_weight";

  private final String name;
  private final @Nullable Dataset<Row> rows;

  private PreparedSplit(String name, @Nullable Dataset<Row> rows) {
    this.name = name;
    this.rows = rows;
  }

  /**
   * A folder of Parquet files. One that is not there, or holds no file, is an empty split.
   *
   * @param path whose last part is the split's name
   */
  public static PreparedSplit read(SparkSession spark, String path) {
    Path folder = new Path(path);
    try {
      FileSystem files = folder.getFileSystem(spark.sessionState().newHadoopConf());
      boolean hasRows =
          files.exists(folder)
              && Arrays.stream(files.listStatus(folder)).anyMatch(PreparedSplit::isParquet);
      return hasRows ? of(folder.getName(), spark.read().parquet(path)) : empty(folder.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows that are already a data set. */
  public static PreparedSplit of(String name, Dataset<Row> rows) {
    requireColumns(name, rows);
    return new PreparedSplit(name, rows);
  }

  /** A split without rows. */
  public static PreparedSplit empty(String name) {
    return new PreparedSplit(name, null);
  }

  /** Such as {@code train}. */
  public String name() {
    return name;
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    return rows == null || rows.isEmpty();
  }

  /** Number of rows; the split must not be empty. */
  long count() {
    return dataset().count();
  }

  /** Length of the feature vectors; the split must not be empty. */
  public int features() {
    Dataset<Row> data = dataset();
    if (isVector(data)) {
      Row first = data.select(FEATURES).first();
      return first.isNullAt(0) ? 0 : ((Vector) first.get(0)).size();
    }
    return data.columns().length - leading(data);
  }

  /** The session that the rows belong to; the split must not be empty. */
  public SparkSession session() {
    return dataset().sparkSession();
  }

  /**
   * Feature vectors of the rows that come first by hash(seed, key), whatever the partitioning: a
   * sample to verify a saved model with.
   *
   * @param count at most so many
   */
  public List<float[]> sample(FittedLabel label, int count, long seed) {
    int features = features();
    return rows(label, features)
        .map(row -> RankedRow.of(row, false, seed))
        .takeOrdered(count)
        .stream()
        .map(ranked -> ranked.row().dense(features))
        .toList();
  }

  /** Rows as they stand in the files, each checked against the label. */
  JavaRDD<PreparedRow> rows(FittedLabel label, int features) {
    Dataset<Row> data = dataset();
    return data.javaRDD()
        .map(new RowReader(name, label, features, isVector(data), isWeighted(data))::read);
  }

  private Dataset<Row> dataset() {
    if (rows == null) {
      throw WinnowException.data("prepared/%s: has no rows; prepare again".formatted(name));
    }
    return rows;
  }

  private static boolean isVector(Dataset<Row> data) {
    return Arrays.stream(data.schema().fields())
        .anyMatch(
            field ->
                field.name().equals(FEATURES)
                    && field.dataType().equals(SQLDataTypes.VectorType()));
  }

  /** A feature may have the name of the weights, but not their role. */
  private static boolean isWeighted(Dataset<Row> data) {
    StructField[] fields = data.schema().fields();
    return fields.length > 3
        && fields[2].name().equals(WEIGHT)
        && fields[2].dataType().equals(DataTypes.DoubleType)
        && fields[2].metadata().contains("role");
  }

  private static int leading(Dataset<Row> data) {
    return isWeighted(data) ? 3 : 2;
  }

  private static void requireColumns(String name, Dataset<Row> rows) {
    StructField[] fields = rows.schema().fields();
    boolean leads =
        fields.length > 2
            && fields[0].name().equals("row_key")
            && fields[0].dataType().equals(DataTypes.StringType)
            && fields[1].name().equals("label")
            && fields[1].dataType().equals(DataTypes.DoubleType);
    List<StructField> rest =
        Arrays.asList(fields).subList(Math.min(leading(rows), fields.length), fields.length);
    boolean follows =
        isVector(rows)
            ? rest.size() == 1
            : rest.stream().allMatch(field -> field.dataType().equals(DataTypes.DoubleType));
    if (!leads || !follows) {
      throw WinnowException.data(
          "prepared/%s: columns are not row_key, label and features; prepare again"
              .formatted(name));
    }
  }

  private static boolean isParquet(FileStatus file) {
    return file.getPath().getName().endsWith(".parquet");
  }
}
