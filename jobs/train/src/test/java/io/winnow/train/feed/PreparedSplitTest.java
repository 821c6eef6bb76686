package io.winnow.train.feed;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.columns;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.train.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedSplitTest {

  @Test
  void readsBothLayoutsAlike(@TempDir Path folder) {
    List<Row> rows = classRows(50, 1);
    String vectors = folder.resolve("vectors/train").toString();
    String columns = folder.resolve("columns/train").toString();
    vectors(rows, 3).write().parquet(vectors);
    columns(rows).write().parquet(columns);

    PreparedSplit fromVectors = PreparedSplit.read(TestSpark.session(), vectors);
    PreparedSplit fromColumns = PreparedSplit.read(TestSpark.session(), columns);

    assertThat(fromVectors.name()).isEqualTo("train");
    assertThat(fromVectors.isEmpty()).isFalse();
    assertThat(fromVectors.features()).isEqualTo(4);
    assertThat(fromColumns.features()).isEqualTo(4);
    List<float[]> sample = fromVectors.sample(CLASSES, 5, 1);
    assertThat(sample).hasSize(5);
    assertThat(fromColumns.sample(CLASSES, 5, 1)).usingRecursiveComparison().isEqualTo(sample);
  }

  @Test
  void aFolderThatIsMissingOrHoldsNoRowsIsAnEmptySplit(@TempDir Path folder) throws IOException {
    Path bare = Files.createDirectories(folder.resolve("validation"));
    Path noRows = folder.resolve("test");
    vectors(classRows(3, 1), 1).limit(0).write().parquet(noRows.toString());

    assertThat(read(bare).isEmpty()).isTrue();
    assertThat(read(folder.resolve("absent")).isEmpty()).isTrue();
    assertThat(read(noRows).isEmpty()).isTrue();
  }

  @Test
  void refusesOtherColumns() {
    Dataset<Row> rows = vectors(classRows(3, 1), 1);

    assertThatThrownBy(() -> PreparedSplit.of("test", rows.withColumnRenamed("label", "y")))
        .isInstanceOf(WinnowException.class)
        .hasMessage("prepared/test: columns are not row_key, label and features; prepare again");
    assertThatThrownBy(() -> PreparedSplit.of("test", rows.withColumn("x", rows.col("label"))))
        .isInstanceOf(WinnowException.class);
    assertThatThrownBy(() -> PreparedSplit.of("test", rows.drop("features")))
        .isInstanceOf(WinnowException.class);
  }

  private static PreparedSplit read(Path folder) {
    return PreparedSplit.read(TestSpark.session(), folder.toString());
  }
}
