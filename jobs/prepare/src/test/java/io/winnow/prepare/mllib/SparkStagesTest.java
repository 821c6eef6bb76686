package io.winnow.prepare.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.pipeline.FittedColumn;
import io.winnow.core.pipeline.FittedFeature;
import io.winnow.prepare.LocalSpark;
import java.util.List;
import java.util.Objects;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Spark's own Imputer and StandardScaler do the same where they mean the same: the median of an odd
 * number of observed cells, and deviations with n - 1. Of an even number Spark takes the lower of
 * the two in the middle, Winnow their mean; and Winnow's deviation has n unless {@code scale.ddof}
 * is 1. Spark adds up in the order of the partitions, so the last bits differ.
 */
class SparkStagesTest {
  private static final String STEPS =
      "{impute: {numeric: median}, scale: {strategy: standard, ddof: 1}}";

  /** a and b are observed in an odd number of rows, c in an even one. */
  private static Dataset<Row> rows() {
    return LocalSpark.session()
        .range(0, 101, 1, 3)
        .selectExpr(
            "id",
            "double(id * 37 % 101) / 7 + id % 3 a",
            "if(id % 10 = 4, null, pow(double(id), 1.5)) b",
            "if(id = 50, double('NaN'), double(id * id)) c");
  }

  private static WinnowModel model(String... columns) {
    return new WinnowEstimator()
        .setInputCols(columns)
        .setSteps(STEPS)
        .setOutputCol("ours")
        .fit(rows());
  }

  @Test
  void medianAndStandardScale() {
    Dataset<Row> both =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new Imputer()
                      .setStrategy("median")
                      .setRelativeError(0)
                      .setInputCols(new String[] {"a", "b"})
                      .setOutputCols(new String[] {"filledA", "filledB"}),
                  new VectorAssembler()
                      .setInputCols(new String[] {"filledA", "filledB"})
                      .setOutputCol("assembled"),
                  new StandardScaler()
                      .setWithMean(true)
                      .setInputCol("assembled")
                      .setOutputCol("theirs")
                })
            .fit(rows())
            .transform(model("a", "b").transform(rows()));

    List<Row> compared = both.select("ours", "theirs", "b").collectAsList();
    assertThat(compared).hasSize(101).anyMatch(row -> row.isNullAt(2));
    for (Row row : compared) {
      double[] theirs = row.<Vector>getAs(1).toArray();
      assertThat(row.<Vector>getAs(0).toArray()).containsExactly(theirs, within(1e-12));
    }
  }

  /** Spark's PCA leaves the sign of a component open, and projects what is centred before. */
  @Test
  void principalComponentsOfScaledColumns() {
    WinnowModel model =
        new WinnowEstimator()
            .setInputCols("a", "b")
            .setSteps(STEPS.replace("}}", "}, pca: {components: 2}}"))
            .setOutputCol("ours")
            .fit(rows());
    assertThat(model.pipeline().features())
        .extracting(FittedFeature::name)
        .startsWith("pc_1", "pc_2");
    Dataset<Row> scaled = model("a", "b").setOutputCol("scaled").transform(rows());
    List<Row> compared =
        new PCA()
            .setK(2)
            .setInputCol("scaled")
            .setOutputCol("theirs")
            .fit(scaled)
            .transform(model.transform(scaled))
            .select("ours", "theirs")
            .collectAsList();

    assertThat(compared).hasSize(101);
    for (Row row : compared) {
      for (int i = 0; i < 2; i++) {
        assertThat(Math.abs(row.<Vector>getAs(0).apply(i)))
            .isCloseTo(Math.abs(row.<Vector>getAs(1).apply(i)), within(1e-9));
      }
    }
  }

  @Test
  void ofAnEvenNumberTheMedianIsAnother() {
    double theirs =
        new Imputer()
            .setStrategy("median")
            .setRelativeError(0)
            .setInputCol("c")
            .setOutputCol("filled")
            .fit(rows())
            .surrogateDF()
            .first()
            .getDouble(0);
    FittedColumn.Numeric ours =
        (FittedColumn.Numeric) Objects.requireNonNull(model("c").pipeline().columns().get("c"));

    assertThat(theirs).isEqualTo(49 * 49);
    assertThat(ours.impute().value()).isEqualTo((49 * 49 + 51 * 51) / 2.0);
  }
}
