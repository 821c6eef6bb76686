package io.winnow.prepare.library;

import io.winnow.core.library.ExampleReader;
import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.Line;
import io.winnow.core.library.Logits;
import io.winnow.core.library.OrderedRows;
import io.winnow.core.library.PrincipalComponents;
import io.winnow.core.library.VectorReader;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBlock;
import io.winnow.core.scan.Rows;
import io.winnow.prepare.block.SparkRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits by Spark MLlib, over the rows of an RDD. MLlib merges the sums of partitions as their tasks
 * end; a regression reads one partition in a fixed order, so its rounding is always the same.
 */
public final class MllibFits implements LibraryFits {
  private static final String FEATURES = "features";
  private static final String LABEL = "label";

  private final SparkSession spark;

  /** Fits in a session. */
  public MllibFits(SparkSession spark) {
    this.spark = spark;
  }

  /** Rows of a persisted RDD. */
  private record Held(SparkRows rows) implements OrderedRows {
    @Override
    public void close() {
      rows.blocks().unpersist(false);
    }
  }

  /** In one partition, so that MLlib adds up in their order. */
  @Override
  public OrderedRows ordered(Rows rows, ColumnSet columns) {
    JavaRDD<RowBlock> blocks =
        OrderedBlocks.of(rows, columns).persist(StorageLevel.MEMORY_AND_DISK());
    return new Held(new SparkRows(blocks, rows.layout()));
  }

  @Override
  public Line linear(OrderedRows rows, ExampleReader examples, double ridge) {
    // The normal equations are solved at once, without iterations; with a ridge they always can be.
    LinearRegressionModel model =
        new LinearRegression()
            .setSolver("normal")
            .setStandardization(true)
            .setElasticNetParam(0)
            .setRegParam(ridge)
            .fit(examples(rows.rows(), examples));
    return new Line(model.intercept(), boxed(model.coefficients().toArray()));
  }

  @Override
  public Logits logistic(
      OrderedRows rows, ExampleReader examples, double ridge, int maxIterations, double tolerance) {
    LogisticRegressionModel model =
        new LogisticRegression()
            .setFamily("multinomial")
            .setStandardization(true)
            .setElasticNetParam(0)
            .setRegParam(ridge)
            .setMaxIter(maxIterations)
            .setTol(tolerance)
            .fit(examples(rows.rows(), examples));
    Matrix coefficients = model.coefficientMatrix();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < coefficients.numRows(); i++) {
      double[] weights = new double[coefficients.numCols()];
      for (int j = 0; j < weights.length; j++) {
        weights[j] = coefficients.apply(i, j);
      }
      lines.add(new Line(model.interceptVector().apply(i), boxed(weights)));
    }
    return new Logits(lines, model.summary().totalIterations());
  }

  @Override
  public PrincipalComponents components(Rows rows, VectorReader vectors, int count) {
    // Dense vectors: of sparse ones MLlib would not subtract the mean before it squares.
    JavaRDD<Row> made =
        RowVectors.of(rows, vectors, (row, vector) -> RowFactory.create(Vectors.dense(vector)))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> table =
          spark.createDataFrame(made, new StructType().add(FEATURES, SQLDataTypes.VectorType()));
      PCAModel model = new PCA().setInputCol(FEATURES).setOutputCol("pc").setK(count).fit(table);
      double[] values = model.pc().values();
      int length = model.pc().numRows();
      List<List<Double>> directions = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        directions.add(boxed(Arrays.copyOfRange(values, i * length, (i + 1) * length)));
      }
      return new PrincipalComponents(directions, boxed(model.explainedVariance().toArray()));
    } finally {
      made.unpersist(false);
    }
  }

  private Dataset<Row> examples(Rows rows, ExampleReader examples) {
    JavaRDD<Row> made =
        RowVectors.of(
            rows,
            examples,
            (row, vector) ->
                RowFactory.create(examples.target(row), Vectors.dense(vector).compressed()));
    return spark.createDataFrame(
        made,
        new StructType().add(LABEL, DataTypes.DoubleType).add(FEATURES, SQLDataTypes.VectorType()));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
