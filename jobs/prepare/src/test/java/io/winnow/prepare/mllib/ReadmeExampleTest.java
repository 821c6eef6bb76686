package io.winnow.prepare.mllib;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.prepare.LocalSpark;
import io.winnow.prepare.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what runs here. */
class ReadmeExampleTest {
  private static final Path SOURCE =
      Path.of("src/test/java/io/winnow/prepare/mllib/ReadmeExampleTest.java");

  @TempDir Path folder;

  @Test
  void runs() throws IOException {
    String config = "../../conf/examples/demo.yaml";
    String saved = folder.resolve("saved").toString();
    Dataset<Row>[] parts =
        LocalSpark.session()
            .read()
            .option("header", true)
            .csv(Tables.demo(folder, 1500).toString())
            .randomSplit(new double[] {0.8, 0.2}, 1);
    Dataset<Row> train = parts[0];
    Dataset<Row> test = parts[1];

    // begin
    WinnowEstimator steps = WinnowEstimator.fromConfig(config).setHandleInvalid("skip");
    StringIndexer label = new StringIndexer().setInputCol("churned").setOutputCol("label");
    PipelineModel model =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  steps, label.setHandleInvalid("skip"), new LogisticRegression().setMaxIter(10)
                })
            .fit(train);
    model.write().overwrite().save(saved);
    Dataset<Row> predicted = PipelineModel.load(saved).transform(test);

    Dataset<Row> filled =
        new WinnowEstimator()
            .setInputCols("age", "satisfaction")
            .setSteps("{impute: {numeric: knn}, scale: {strategy: none}}")
            .setOutputCol("filled")
            .fit(predicted)
            .transform(predicted);
    // end

    assertThat(predicted.filter("prediction = label").count())
        .isGreaterThan(predicted.count() * 7 / 10);
    assertThat(filled.filter("filled is null").count()).isZero();
  }

  @Test
  void standsInTheReadme() throws IOException {
    String source = Files.readString(SOURCE).replaceAll("(?m)^ {4}", "");
    int begin = source.indexOf("// begin\n") + "// begin\n".length();
    String shown = source.substring(begin, source.indexOf("// end\n"));

    assertThat(shown).contains("new Pipeline()");
    assertThat(Files.readString(Path.of("../../README.md"))).contains("```java\n" + shown + "```");
  }
}
