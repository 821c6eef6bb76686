package io.winnow.prepare.mllib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.StepsConfig;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.RowFunction;
import io.winnow.core.pipeline.RowPipeline;
import io.winnow.core.pipeline.RowResult;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.prepare.LocalSpark;
import io.winnow.prepare.Tables;
import io.winnow.prepare.Tables.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batch, MLlib and plain Java of one row, with every kind of step, bit by bit. */
class AgreementTest {
  @TempDir static Path folder;
  private static Prepared batch;
  private static Map<String, List<Long>> written;
  private static WinnowModel model;

  @BeforeAll
  static void prepare() {
    Path config = Visits.write(folder);
    batch = Tables.prepare(folder, config, folder.resolve("visits.csv").toString());
    written =
        bits(
            LocalSpark.session()
                .read()
                .parquet(batch.run().path("prepared/train"), batch.run().path("prepared/test")),
            "row_key");
    model = WinnowEstimator.fromConfig(config.toString()).fit(train(Visits.texts(folder)));
  }

  private static Dataset<Row> train(Dataset<Row> table) {
    return table.filter("fold = 'train'");
  }

  private static Map<String, List<Long>> bits(Dataset<Row> rows, String key) {
    return rows
        .select(functions.col(key).cast("string"), functions.col("features"))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getString(0),
                row -> bits(row.<Vector>getAs(1)),
                (a, b) -> a,
                TreeMap::new));
  }

  private static List<Long> bits(Vector features) {
    return Arrays.stream(features.toArray()).mapToObj(Double::doubleToRawLongBits).toList();
  }

  @Test
  void theTableHasSomethingOfEverything() {
    FittedPipeline pipeline = batch.result().pipeline();
    assertThat(pipeline.knn()).isNotNull();
    assertThat(Objects.requireNonNull(pipeline.selection()).dropped()).isNotEmpty();
    assertThat(pipeline.sensitive()).isNotNull();
    assertThat(batch.result().features().imputed().keySet())
        .contains("weight", "ward", "at.hour.sin");
    assertThat(batch.result().features().clipped()).containsKey("weight");
    assertThat(batch.result().features().replaced()).containsKey("height");
    assertThat(batch.result().features().setMissing()).containsKey("sugar");
    assertThat(batch.result().features().rare()).isNotEmpty();
    assertThat(batch.result().rows().outliersDeleted()).isPositive();
    assertThat(batch.result().rows().droppedMissing()).isPositive();
    assertThat(batch.result().rows().unlabelled()).isPositive();
    assertThat(written).hasSizeGreaterThan(300);
  }

  @Test
  void theEstimatorLearnsWhatTheBatchLearns() {
    assertThat(new String(model.pipeline().toJson(), UTF_8))
        .isEqualTo(new String(file("pipeline.json"), UTF_8));
    assertThat(Objects.requireNonNull(model.imputer()).file()).isEqualTo(file("knn-donors.bin"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void theEstimatorLearnsTheSameOverAnyPartitionsAndTypes(int partitions) {
    WinnowModel other =
        WinnowEstimator.fromConfig(folder.resolve("visits.yaml").toString())
            .fit(train(Visits.typed(folder)).repartition(partitions));
    assertThat(other.pipeline()).isEqualTo(model.pipeline());
    assertThat(Objects.requireNonNull(other.imputer()).file()).isEqualTo(file("knn-donors.bin"));
    assertThat(features(other, Visits.typed(folder))).containsAllEntriesOf(written);
  }

  @Test
  void theModelMakesTheFeaturesOfTheBatch() {
    Map<String, List<Long>> made = features(model, Visits.texts(folder));

    assertThat(made).containsAllEntriesOf(written);
    // Outliers of train and rows without a label stay; dropRow drops everywhere.
    long outliers = batch.result().rows().outliersDeleted();
    assertThat(made.size()).isBetween(written.size() + (int) outliers, Visits.ROWS - 1);
  }

  @Test
  void theModelOfTheNightsPipelineMakesThemTooWhateverTheOrderOfColumns() {
    WinnowModel nightly = WinnowModel.fromPipeline(batch.run().path("pipeline"));
    List<String> columns =
        new ArrayList<>(List.of(Visits.texts(folder).drop("label", "fold", "name").columns()));
    Collections.reverse(columns);
    Column[] reversed = columns.stream().map(functions::col).toArray(Column[]::new);

    assertThat(features(nightly, Visits.texts(folder).select(reversed)))
        .containsAllEntriesOf(written);
  }

  @Test
  void aNumericLabelAgreesToo() {
    Path config = folder.resolve("visits.yaml");
    String[] settings = {
      "label={column: pulse}",
      "schema=regression-table.yaml",
      "outlier={}",
      "encode={columns: {town: {strategy: hash}}}",
      "select={mutualInformation: {top: 8}}"
    };
    Prepared nightly =
        Tables.prepare(folder, config, folder.resolve("visits.csv").toString(), settings);
    LoadedConfig loaded = ConfigLoader.load(config, List.of(settings));
    FittedPipeline pipeline =
        new WinnowEstimator()
            .setSteps(StepsConfig.of(loaded).text())
            .setSchema(StepsConfig.text(loaded.table().source()))
            .fit(train(Visits.typed(folder)))
            .pipeline();

    assertThat(pipeline.label().mean()).isNotZero();
    assertThat(pipeline).isEqualTo(nightly.result().pipeline());
  }

  private static Map<String, List<Long>> features(WinnowModel model, Dataset<Row> table) {
    return bits(model.transform(table), "id");
  }

  @Test
  void oneRowInPlainJavaGetsThem() {
    FittedPipeline pipeline = FittedPipeline.read("pipeline.json", file("pipeline.json"));
    KnnImputer imputer =
        KnnImputer.read(
            Objects.requireNonNull(pipeline.knn()), "knn-donors.bin", file("knn-donors.bin"));
    RowPipeline rows = RowPipeline.of(pipeline, imputer, System::getenv);
    RowFunction function = rows.function();
    Column[] cells = rows.columns().stream().map(functions::col).toArray(Column[]::new);

    int compared = 0;
    for (Row row :
        Visits.texts(folder).select(functions.struct(cells), functions.col("id")).collectAsList()) {
      Row texts = row.getStruct(0);
      RowResult result =
          function.apply(rows.columns().stream().map(texts::<Object>getAs).toArray());
      List<Long> expected = written.get(row.getString(1));
      if (expected != null) {
        assertThat(result).isInstanceOf(RowResult.Features.class);
        double[] dense = ((RowResult.Features) result).features().toDense();
        assertThat(Arrays.stream(dense).mapToObj(Double::doubleToRawLongBits))
            .containsExactlyElementsOf(expected);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(written.size());
  }

  private static byte[] file(String name) {
    return batch.run().read("pipeline/" + name);
  }
}
