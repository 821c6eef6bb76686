package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.PipelineConfig;
import io.winnow.core.pipeline.FeatureBuffer;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.RowTransformer;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.split.Split;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a date, from texts and from Spark's timestamps. */
class DerivedColumnsTest {
  private static final String CONFIG =
      """
      pipeline: derived
      root: root
      source: {path: table.csv}
      schema: table.yaml
      label: {column: label}
      derive: {columns: {at: {parts: [year, month, dayOfWeek, hour], cyclic: true}}}
      scale: {strategy: none}
      output: {layout: columns}
      """;
  private static final String SCHEMA =
      """
      table: derived
      columns:
        - {name: id, type: category, role: key}
        - {name: at, type: date, role: ignore}
        - {name: label, type: category, role: label}
      """;
  private static final long STEP_SECONDS = 40_000;

  @TempDir Path folder;
  private Path config;
  private Path csv;

  @BeforeEach
  void write() throws IOException {
    config = Files.writeString(folder.resolve("derived.yaml"), CONFIG);
    Files.writeString(folder.resolve("table.yaml"), SCHEMA);
    List<String> lines = new ArrayList<>(List.of("id,at,label"));
    for (int i = 0; i < 60; i++) {
      String at = i % 10 == 3 ? "" : Instant.ofEpochSecond(i * STEP_SECONDS).toString();
      lines.add("%d,%s,%s".formatted(i, at, i % 2 == 0 ? "n" : "y"));
    }
    csv = Files.write(folder.resolve("table.csv"), lines);
  }

  @Test
  void areTheSameFromTextsAndFromTimestampsWhateverTheTimeZoneOfTheMachine() {
    Prepared texts = Tables.prepare(folder, config, csv.toString());
    Path parquet = folder.resolve("table.parquet");
    LocalSpark.session()
        .range(60)
        .selectExpr(
            "cast(id as string) id",
            "if(id % 10 = 3, null, timestamp_seconds(id * " + STEP_SECONDS + ")) at",
            "if(id % 2 = 0, 'n', 'y') label")
        .write()
        .parquet(parquet.toString());
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
    try {
      Prepared typed = Tables.prepare(folder, config, parquet.toString(), "source.format=parquet");
      assertThat(typed.contentHash()).isEqualTo(texts.contentHash());
    } finally {
      TimeZone.setDefault(zone);
    }
    assertThat(texts.result().features().imputed().keySet())
        .containsExactly(
            "at.dayOfWeek.cos",
            "at.dayOfWeek.sin",
            "at.hour.cos",
            "at.hour.sin",
            "at.month.cos",
            "at.month.sin",
            "at.year");
  }

  @Test
  void oneRowAloneGetsTheSameFeatures() throws IOException {
    Prepared prepared = Tables.prepare(folder, config, csv.toString());
    FittedPipeline pipeline =
        FittedPipeline.read("pipeline.json", prepared.run().read("pipeline/pipeline.json"));
    PipelineConfig loaded = ConfigLoader.load(config, List.of()).pipeline();
    RowLayout layout = RowLayout.of(pipeline.table(), loaded.label(), loaded.split());
    RowParser parser = new RowParser(pipeline.table(), layout, loaded.label(), SensitiveCells.NONE);
    RowTransformer transformer = new RowTransformer(pipeline, layout);
    FeatureBuffer features = transformer.buffer();
    List<String> lines = Files.readAllLines(csv);

    for (Row written :
        LocalSpark.session()
            .read()
            .parquet(prepared.run().path("prepared/train"))
            .collectAsList()) {
      TypedRow row = new TypedRow(layout);
      int line = 1 + Integer.parseInt(written.getString(0));
      assertThat(parser.parse(lines.get(line).split(",", -1), row)).isNull();
      transformer.transform(row, Split.TRAIN, new CellEffects(), features);
      double[] alone = features.toDense();
      assertThat(alone).hasSize(7);
      for (int i = 0; i < alone.length; i++) {
        assertThat(written.getDouble(2 + i)).isEqualTo(alone[i]);
      }
    }
  }
}
