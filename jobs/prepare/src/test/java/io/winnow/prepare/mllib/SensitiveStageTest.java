package io.winnow.prepare.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.LocalSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashed columns, as the batch has them, and the key that they need. */
class SensitiveStageTest {
  private static final String STEPS =
      "{sensitive: {keyVariable: %s, columns: {who: {action: hash}}}}";

  @TempDir Path folder;

  private static Dataset<Row> rows() {
    return LocalSpark.session()
        .range(12)
        .selectExpr("concat('canary', id % 3) who", "double(id) x");
  }

  private static WinnowEstimator estimator(String variable) {
    return new WinnowEstimator().setInputCols("who", "x").setSteps(STEPS.formatted(variable));
  }

  @Test
  void neitherCellNorKeyIsInTheModel() throws IOException {
    WinnowModel model = estimator("PATH").fit(rows());
    model.save(folder.resolve("model").toString());

    assertThat(model.pipeline().features())
        .extracting(feature -> feature.name())
        .filteredOn(name -> name.matches("who=[0-9a-f]{32}"))
        .hasSize(3);
    for (String text : texts()) {
      assertThat(text).doesNotContain("canary").doesNotContain(System.getenv("PATH"));
    }
    WinnowModel loaded = WinnowModel.load(folder.resolve("model").toString());
    assertThat(loaded.transform(rows()).collectAsList())
        .isEqualTo(model.transform(rows()).collectAsList());
    // Unhashed, no cell would be among the categories.
    assertThat(
            loaded
                .transform(rows())
                .first()
                .<org.apache.spark.ml.linalg.Vector>getAs("features")
                .numNonzeros())
        .isEqualTo(2);
  }

  @Test
  void withoutTheKeyNothingIsFittedOrTransformed() throws IOException {
    assertThatThrownBy(() -> estimator("WINNOW_TEST_NO_SUCH_KEY").fit(rows()))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("environment variable 'WINNOW_TEST_NO_SUCH_KEY' is not set");

    estimator("PATH").fit(rows()).save(folder.resolve("model").toString());
    Path file = folder.resolve("model/pipeline/pipeline.json");
    Files.writeString(
        file, Files.readString(file).replace("\"PATH\"", "\"WINNOW_TEST_NO_SUCH_KEY\""));
    WinnowModel model = WinnowModel.fromPipeline(file.getParent().toString());
    assertThatThrownBy(() -> model.transform(rows()))
        .hasMessageContaining("environment variable 'WINNOW_TEST_NO_SUCH_KEY' is not set");
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(texts).anyMatch(text -> text.contains("keyVariable"));
    return texts;
  }
}
