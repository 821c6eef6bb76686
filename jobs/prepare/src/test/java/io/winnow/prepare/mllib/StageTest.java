package io.winnow.prepare.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.prepare.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is expected of a stage of MLlib. */
class StageTest {
  private static final String CLIP = "outlier: {columns: {x: {action: clip}}}";

  @TempDir Path folder;

  /** 60 rows: a number with gaps, a number as it is, a category; a label that x tells. */
  private static Dataset<Row> rows() {
    return LocalSpark.session()
        .range(60)
        .selectExpr(
            "id",
            "if(id % 7 = 0, null, double(id % 13)) x",
            "int(id * id % 17) y",
            "element_at(array('a', 'b', 'c'), int(id % 3) + 1) `the c`",
            "double(id % 13 > 6) label");
  }

  private static WinnowEstimator estimator() {
    return new WinnowEstimator().setInputCols("x", "y", "the c").setSteps(CLIP);
  }

  private static List<Vector> features(Dataset<Row> rows, String column) {
    return rows.orderBy("id").select(column).collectAsList().stream()
        .map(row -> row.<Vector>getAs(0))
        .toList();
  }

  @Test
  void estimatorAndModelAreSavedAndLoaded() throws IOException {
    WinnowEstimator estimator = estimator().setOutputCol("made").setHandleInvalid("keep");
    estimator.write().overwrite().save(path("estimator"));
    WinnowEstimator loaded = WinnowEstimator.load(path("estimator"));

    assertThat(loaded.uid()).isEqualTo(estimator.uid());
    assertThat(loaded.getOrDefault(loaded.steps())).isEqualTo(CLIP);
    assertThat(loaded.getOrDefault(loaded.inputCols())).containsExactly("x", "y", "the c");
    assertThat(loaded.isSet(loaded.schema())).isFalse();
    assertThat(loaded.getOrDefault(loaded.outputCol())).isEqualTo("made");

    WinnowModel model = loaded.fit(rows());
    model.save(path("model"));
    assertThatThrownBy(() -> model.save(path("model"))).isInstanceOf(IOException.class);
    model.write().overwrite().save(path("model"));
    WinnowModel again = WinnowModel.load(path("model"));

    assertThat(again.uid()).isEqualTo(model.uid());
    assertThat(again.pipeline()).isEqualTo(model.pipeline());
    assertThat(again.getOrDefault(again.handleInvalid())).isEqualTo("keep");
    assertThat(features(again.transform(rows()), "made"))
        .isEqualTo(features(model.transform(rows()), "made"));
    assertThat(WinnowModel.fromPipeline(path("model/pipeline")).pipeline())
        .isEqualTo(model.pipeline());
    assertThatThrownBy(() -> WinnowModel.fromPipeline(path("nowhere")))
        .hasMessageContaining("nowhere/pipeline.json: cannot be read");
  }

  @Test
  void donorsAreSavedWithTheModel() throws IOException {
    WinnowModel model = estimator().setSteps("{impute: {numeric: knn, knn: {k: 2}}}").fit(rows());
    model.save(path("model"));

    assertThat(Objects.requireNonNull(WinnowModel.load(path("model")).imputer()).file())
        .isEqualTo(Objects.requireNonNull(model.imputer()).file());
    assertThat(features(WinnowModel.load(path("model")).transform(rows()), "features"))
        .isEqualTo(features(model.transform(rows()), "features"));
  }

  @Test
  void aPipelineWithARegressionBehindIsSavedAndLoaded() throws IOException {
    Pipeline pipeline =
        new Pipeline()
            .setStages(new PipelineStage[] {estimator(), new LogisticRegression().setMaxIter(8)});
    pipeline.save(path("pipeline"));
    PipelineModel fitted = Pipeline.load(path("pipeline")).fit(rows());
    fitted.save(path("fitted"));
    PipelineModel again = PipelineModel.load(path("fitted"));

    Dataset<Row> predicted = again.transform(rows());
    assertThat(predicted.filter("prediction = label").count()).isGreaterThan(50);
    assertThat(predicted.select("id", "probability").collectAsList())
        .isEqualTo(fitted.transform(rows()).select("id", "probability").collectAsList());
    assertThat(again.transformSchema(rows().schema()).fieldNames()).contains("features");
  }

  @Test
  void crossValidationSetsItsParameters() {
    WinnowEstimator winnow = estimator();
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(
                winnow.steps(),
                scala.collection.JavaConverters.asScalaBuffer(
                    List.of(CLIP, "{scale: {strategy: none}}")))
            .build();
    CrossValidatorModel best =
        new CrossValidator()
            .setEstimator(
                new Pipeline()
                    .setStages(
                        new PipelineStage[] {winnow, new LogisticRegression().setMaxIter(8)}))
            .setEstimatorParamMaps(grid)
            .setEvaluator(new BinaryClassificationEvaluator())
            .setNumFolds(2)
            .setParallelism(2)
            .setSeed(1)
            .fit(rows());

    assertThat(Arrays.stream(best.avgMetrics()).boxed())
        .hasSize(2)
        .allMatch(metric -> metric > 0.9);
  }

  @Test
  void aCopyTakesWhatIsGivenAndLeavesTheOther() {
    WinnowEstimator estimator = estimator();
    WinnowEstimator copy = estimator.copy(new ParamMap().put(estimator.outputCol(), "other"));
    assertThat(copy.uid()).isEqualTo(estimator.uid());
    assertThat(copy.getOrDefault(copy.outputCol())).isEqualTo("other");
    assertThat(copy.getOrDefault(copy.steps())).isEqualTo(CLIP);
    assertThat(estimator.getOrDefault(estimator.outputCol())).isEqualTo("features");

    WinnowModel model = copy.fit(rows());
    WinnowModel modelCopy = model.copy(new ParamMap().put(model.outputCol(), "third"));
    assertThat(modelCopy.parent()).isSameAs(copy);
    assertThat(modelCopy.transform(rows()).columns()).contains("third").doesNotContain("other");
  }

  @Test
  void namesOfFeaturesStandInTheMetadataAndTheSchemaIsToldBefore() {
    Dataset<Row> rows = rows().withColumn("d", functions.col("the c"));
    WinnowEstimator estimator =
        estimator()
            .setInputCols("x", "y", "the c", "d")
            .setSteps("{impute: {indicator: true}, encode: {columns: {d: {strategy: ordinal}}}}");
    WinnowModel model = estimator.fit(rows);
    StructType told = model.transformSchema(rows.schema());
    Dataset<Row> made = model.transform(rows);

    assertThat(made.schema()).isEqualTo(told);
    Attribute[] attributes =
        AttributeGroup.fromStructField(made.schema().apply("features")).attributes().get();
    assertThat(Arrays.stream(attributes).map(attribute -> attribute.name().get()))
        .containsExactly("x", "x=<missing>", "y", "the c=a", "the c=b", "the c=c", "d");
    assertThat(Arrays.stream(attributes).map(Attribute::isNominal))
        .containsExactly(false, true, false, true, true, true, false);
    assertThat(estimator.transformSchema(rows.schema()).fieldNames())
        .containsExactly(told.fieldNames());
  }

  /** The example that scikit-learn documents its KNNImputer with. */
  @Test
  void oneStepTakesAFewLines() {
    Dataset<Row> rows =
        LocalSpark.session()
            .sql(
                "SELECT * FROM VALUES (1, 1.0D, 2, null), (2, 3.0D, 4, 3), (3, null, 6, 5), (4, 8.0D, 8, 7) AS t(id, a, b, c)");

    WinnowModel model =
        new WinnowEstimator()
            .setInputCols("a", "b", "c")
            .setSteps("{impute: {numeric: knn, knn: {k: 2, scale: none}}, scale: {strategy: none}}")
            .setOutputCol("filled")
            .fit(rows);

    assertThat(features(model.transform(rows), "filled"))
        .containsExactly(
            Vectors.dense(1, 2, 4),
            Vectors.dense(3, 4, 3),
            Vectors.dense(5.5, 6, 5),
            Vectors.dense(8, 8, 7));
  }

  @Test
  void rowsThatDoNotParseFailOrAreSkippedOrKept() {
    Dataset<Row> bad = rows().withColumn("x", functions.expr("if(id = 3, double('Infinity'), x)"));
    assertThatThrownBy(() -> estimator().fit(bad))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("1 of 60 rows cannot be read; first reason:")
        .hasMessageContaining("is not a finite number")
        .hasMessageContaining("set handleInvalid=skip");
    WinnowModel model = estimator().setHandleInvalid("skip").fit(bad);
    assertThat(model.pipeline()).isEqualTo(estimator().fit(rows().filter("id <> 3")).pipeline());
    assertThat(model.warnings())
        .containsExactly(
            new Warning(
                "REJECTED",
                "1 of 60 rows cannot be read; first reason: x: 'Infinity' is not a finite number"));

    assertThat(model.transform(bad).filter("id = 3").count()).isZero();
    assertThat(model.transform(bad).count()).isEqualTo(59);
    model.setHandleInvalid("keep");
    assertThat(model.transform(bad).filter("features is null").select("id").collectAsList())
        .extracting(row -> row.getLong(0))
        .containsExactly(3L);
    model.setHandleInvalid("error");
    assertThatThrownBy(() -> model.transform(bad).collectAsList())
        .hasStackTraceContaining("is not a finite number")
        .hasStackTraceContaining("set handleInvalid to skip or keep");
    assertThatThrownBy(() -> model.setHandleInvalid("ignore"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCategoryThatTrainDoesNotHaveIsInvalidWhereItMustNotBe() {
    WinnowModel model =
        estimator().setSteps("{encode: {unseen: fail}}").setHandleInvalid("skip").fit(rows());
    Dataset<Row> fresh = rows().withColumn("the c", functions.expr("if(id > 57, 'new', `the c`)"));

    assertThat(model.transform(fresh).count()).isEqualTo(58);
  }

  @Test
  void onlyStepsThatSaySoLeaveRowsOut() {
    Dataset<Row> far = rows().withColumn("y", functions.expr("if(id = 5, 1000, y)"));
    String delete = "outlier: {deleteFrom: %s, columns: {y: {action: delete}}}";
    WinnowModel train = estimator().setSteps(delete.formatted("train")).fit(far);
    WinnowModel all = estimator().setSteps(delete.formatted("all")).fit(far);
    String drop = "impute: {columns: {x: {strategy: dropRow}}}";
    WinnowModel dropping = estimator().setSteps(drop).setHandleInvalid("keep").fit(far);

    assertThat(train.pipeline().columns()).isEqualTo(all.pipeline().columns());
    assertThat(train.transform(far).count()).isEqualTo(60);
    assertThat(all.transform(far).filter("id = 5").count()).isZero();
    assertThat(all.transform(far).count()).isEqualTo(59);
    assertThat(dropping.transform(far).count()).isEqualTo(60 - 9);
    assertThat(dropping.transform(far).columns()).containsExactly(train.transform(far).columns());
  }

  @Test
  void refusesEarlyWhatCannotWork() {
    assertRefused(
        estimator().setInputCols("x", "z"),
        "inputCols: the dataset has no column 'z'; it has id, x, y, the c, label");
    assertRefused(
        estimator().setOutputCol("id"),
        "outputCol: the dataset has a column 'id' already; choose another name");
    assertRefused(new WinnowEstimator(), "set either inputCols or schema");
    assertRefused(
        estimator().setSteps("imputes: {}"),
        "steps: unknown key 'imputes'; allowed: pipeline, label, sensitive, derive, split, outlier");
    assertRefused(
        estimator().setSteps("split: {ratios: 1/0/0}"),
        "steps: split: unknown key 'ratios'; allowed: seed");
    assertRefused(
        estimator().setSteps("impute: {numeric: nearest}"),
        "steps: impute.numeric: 'nearest' is not one of");
    assertRefused(
        estimator().setSteps("scale: {columns: {'the c': {strategy: none}}}"),
        "steps: scale.columns: 'the c' is not numeric");
    assertRefused(
        estimator().setSteps("select: {mutualInformation: {top: 2}}"),
        "select.mutualInformation: is about a label; name its column under label.column");
    assertRefused(
        estimator().setSteps("label: {column: x}"), "inputCols: 'x' is the label; take it out");
    WinnowEstimator nested = estimator();
    assertThatThrownBy(
            () -> nested.fit(rows().withColumn("x", functions.array(functions.col("x")))))
        .hasMessageContaining("column 'x' is of type array<double>");
    WinnowModel model = estimator().fit(rows());
    assertThatThrownBy(() -> model.transform(rows().drop("y")))
        .hasMessageContaining("the dataset: has no column 'y'");
    assertThatThrownBy(() -> model.transform(rows().withColumn("features", functions.lit(1))))
        .hasMessageContaining("the dataset has a column 'features' already");
    assertThatThrownBy(() -> estimator().fit(rows().filter("id < 0")))
        .hasMessageContaining("the dataset has no rows to learn from");
  }

  private static void assertRefused(WinnowEstimator estimator, String why) {
    assertThatThrownBy(() -> estimator.transformSchema(rows().schema()))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith(estimator.uid())
        .hasMessageContaining(why);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
