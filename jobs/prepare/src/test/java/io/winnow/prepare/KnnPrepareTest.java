package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.Json;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.pipeline.FeatureBuffer;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.RowOutcome;
import io.winnow.core.pipeline.RowTransformer;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.split.Split;
import io.winnow.core.step.impute.knn.FittedKnn;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table filled from neighbours: against scikit-learn, and the same in every way to run it. */
class KnnPrepareTest {
  private static final Path FOLDER = Path.of("src/test/resources/impute");
  private static final Path TABLE = FOLDER.resolve("patients.csv");
  private static final List<String> NUMBERS = List.of("pulse", "pressure", "weight", "height");
  private static final String[] MIXED = {
    "impute.columns.ward={strategy: knn}", "impute.knn={k: 3, weights: distance, features: all}"
  };

  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"uniform", "distance"})
  void fillsAsScikitLearnDoes(String weights) throws IOException {
    Prepared prepared = prepare("impute.knn.weights=" + weights);
    JsonNode expected = Json.MAPPER.readTree(FOLDER.resolve("patients.json").toFile()).get(weights);

    Map<String, Row> rows = rows(prepared);
    for (Map.Entry<String, JsonNode> each : expected.properties()) {
      Row row = Objects.requireNonNull(rows.get(each.getKey()));
      for (int c = 0; c < NUMBERS.size(); c++) {
        double filled = each.getValue().get(c).doubleValue();
        assertThat(row.<Double>getAs(NUMBERS.get(c)))
            .as("%s of %s", NUMBERS.get(c), each.getKey())
            .isCloseTo(filled, within(1e-12 * Math.abs(filled)));
      }
    }
    assertThat(expected.size()).isGreaterThan(100);
    assertThat(prepared.result().features().imputed().keySet()).containsAll(NUMBERS);
  }

  private static Map<String, Row> rows(Prepared prepared) {
    return LocalSpark.session()
        .read()
        .parquet(
            prepared.run().path("prepared/train"),
            prepared.run().path("prepared/validation"),
            prepared.run().path("prepared/test"))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row));
  }

  @Test
  void isTheSameOverAnyPartitionsAndWithDonorsInParts() {
    String hash = prepare(MIXED).contentHash();

    for (int partitions : new int[] {1, 3, 7}) {
      assertThat(prepare(with(MIXED, "source.partitions=" + partitions)).contentHash())
          .as("%d partitions", partitions)
          .isEqualTo(hash);
    }
    assertThat(prepare(with(MIXED, "impute.knn.maxBroadcastBytes=1024")).contentHash())
        .isEqualTo(hash);
    assertThat(prepare(with(MIXED, "impute.knn.k=4")).contentHash()).isNotEqualTo(hash);
  }

  @Test
  void oneRowAloneGetsTheSameFeatures() throws IOException {
    Prepared prepared = prepare(with(MIXED, "outlier.columns.pulse={k: 1.5, action: clip}"));
    FittedPipeline pipeline =
        FittedPipeline.read("pipeline.json", prepared.run().read("pipeline/pipeline.json"));
    FittedKnn knn = Objects.requireNonNull(pipeline.knn());
    KnnImputer imputer =
        KnnImputer.read(knn, "knn-donors.bin", prepared.run().read("pipeline/knn-donors.bin"));
    PipelineConfig config =
        ConfigLoader.load(FOLDER.resolve("patients.yaml"), List.of()).pipeline();
    RowLayout layout = RowLayout.of(pipeline.table(), config.label(), config.split());
    RowParser parser = new RowParser(pipeline.table(), layout, config.label(), SensitiveCells.NONE);
    RowTransformer transformer = new RowTransformer(pipeline, layout, imputer);
    FeatureBuffer features = transformer.buffer();

    Map<String, Row> rows = rows(prepared);
    for (String line : Files.readAllLines(TABLE).subList(1, 241)) {
      String[] cells = line.split(",", -1);
      TypedRow row = new TypedRow(layout);
      assertThat(parser.parse(cells, row)).isNull();
      assertThat(transformer.transform(row, Split.TEST, new CellEffects(), features))
          .isEqualTo(RowOutcome.PREPARED);
      Row written = Objects.requireNonNull(rows.get(cells[0]));
      for (int i = 0; i < features.size(); i++) {
        assertThat(written.getDouble(2 + features.index(i))).isEqualTo(features.value(i));
      }
    }
  }

  @Test
  void beyondTheWorkBudgetASampleIsSearchedAndSaysSo() {
    Prepared prepared = prepare("impute.knn.maxWork=20000");

    FittedKnn.DonorSet donors = Objects.requireNonNull(prepared.result().pipeline().knn()).donors();
    assertThat(donors.rows()).isLessThan(donors.trainRows());
    assertThat(prepared.result().warnings()).anyMatch(w -> w.code().equals("KNN_SAMPLED"));
  }

  private static Prepared prepare(String... settings) {
    return Tables.prepare(folder, FOLDER.resolve("patients.yaml"), TABLE.toString(), settings);
  }

  private static String[] with(String[] settings, String more) {
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = more;
    return all;
  }
}
