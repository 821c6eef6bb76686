package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.Json;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.pipeline.FeatureBuffer;
import io.winnow.core.pipeline.FittedFeature;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** A small table of people that lacks cells, and what scikit-learn makes of it. */
final class PeopleTable {
  private static final Path FOLDER = Path.of("src/test/resources/library");
  private static final Path TABLE = FOLDER.resolve("people.csv");

  private PeopleTable() {}

  static Prepared prepare(Path folder, String... settings) {
    return prepare(folder, TABLE, settings);
  }

  static Prepared prepare(Path folder, Path table, String... settings) {
    return Tables.prepare(folder, FOLDER.resolve("people.yaml"), table.toString(), settings);
  }

  static JsonNode golden(String file) throws IOException {
    return Json.MAPPER.readTree(FOLDER.resolve(file).toFile());
  }

  static List<String> lines() throws IOException {
    return Files.readAllLines(TABLE);
  }

  /** The table schema with its columns the other way round. */
  static Path reversed(Path folder) throws IOException {
    List<String> schema = Files.readAllLines(FOLDER.resolve("people-table.yaml"));
    List<String> columns = new ArrayList<>(schema.subList(2, schema.size()));
    Collections.reverse(columns);
    List<String> reversed = new ArrayList<>(schema.subList(0, 2));
    reversed.addAll(columns);
    return Files.write(folder.resolve("reversed.yaml"), reversed);
  }

  /** Prepared rows of every split by their key. */
  static Map<String, Row> rows(Prepared prepared) {
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

  /** Features of every row as they were written. */
  static Map<String, List<Double>> written(Prepared prepared) {
    List<String> names =
        prepared.result().pipeline().features().stream().map(FittedFeature::name).toList();
    Map<String, List<Double>> written = new TreeMap<>();
    rows(prepared)
        .forEach(
            (key, row) ->
                written.put(key, names.stream().map(name -> row.<Double>getAs(name)).toList()));
    return written;
  }

  /** The fitted pipeline as it is stored. */
  static FittedPipeline pipeline(Prepared prepared) {
    return FittedPipeline.read("pipeline.json", prepared.run().read("pipeline/pipeline.json"));
  }

  /** Features of every row, each made alone of what is stored, without Spark. */
  static Map<String, List<Double>> alone(Prepared prepared) throws IOException {
    FittedPipeline pipeline = pipeline(prepared);
    FittedKnn knn = pipeline.knn();
    KnnImputer imputer =
        knn == null
            ? null
            : KnnImputer.read(
                knn, "knn-donors.bin", prepared.run().read("pipeline/knn-donors.bin"));
    PipelineConfig config = ConfigLoader.load(FOLDER.resolve("people.yaml"), List.of()).pipeline();
    RowLayout layout = RowLayout.of(pipeline.table(), config.label(), config.split());
    RowParser parser = new RowParser(pipeline.table(), layout, config.label(), SensitiveCells.NONE);
    RowTransformer transformer = new RowTransformer(pipeline, layout, imputer);
    FeatureBuffer features = transformer.buffer();
    Map<String, List<Double>> alone = new TreeMap<>();
    for (String line : lines().subList(1, lines().size())) {
      String[] cells = line.split(",", -1);
      TypedRow row = new TypedRow(layout);
      assertThat(parser.parse(cells, row)).isNull();
      assertThat(transformer.transform(row, Split.TEST, new CellEffects(), features))
          .isEqualTo(RowOutcome.PREPARED);
      alone.put(cells[0], Arrays.stream(features.toDense()).boxed().toList());
    }
    return alone;
  }
}
