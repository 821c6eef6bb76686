package io.winnow.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.metrics.Task;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.RowParser;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.Tables;
import io.winnow.core.split.Split;
import io.winnow.core.statistics.JavaSerialization;
import io.winnow.core.step.encode.FittedEncode;
import io.winnow.core.step.encode.MissingSlot;
import io.winnow.core.step.encode.Unseen;
import io.winnow.core.step.impute.FittedCategoryImpute;
import io.winnow.core.step.impute.FittedNumberImpute;
import io.winnow.core.step.impute.ImputeStrategy;
import io.winnow.core.step.outlier.DeleteFrom;
import io.winnow.core.step.outlier.FittedOutlier;
import io.winnow.core.step.outlier.OutlierAction;
import io.winnow.core.step.scale.FittedScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Version 1 of pipeline.json, as a file that stays. */
class FittedPipelineTest {
  private static final FittedPipeline PIPELINE =
      new FittedPipeline(
          1,
          "people",
          Tables.of(
              Tables.column("city", ColumnType.CATEGORY),
              Tables.bounded("age", ColumnType.INTEGER, 0.0, null),
              Tables.column("job", ColumnType.CATEGORY),
              Tables.column("rich", ColumnType.CATEGORY, Role.LABEL)),
          new FittedLabel(
              "rich",
              Task.CLASSIFICATION,
              Map.of("y", "yes", "*", "no"),
              List.of("no", "yes"),
              0,
              1),
          DeleteFrom.TRAIN,
          Map.of(
              "age",
              new FittedColumn.Numeric(
                  new FittedOutlier.Iqr(1.5, OutlierAction.CLIP, 30, 50, 0, 80, null),
                  new FittedNumberImpute(ImputeStrategy.MEDIAN, 40.0),
                  new FittedScale.Standard(40, 10),
                  null),
              "job",
              new FittedColumn.Categorical(
                  new FittedCategoryImpute(ImputeStrategy.MODE, "clerk"),
                  new FittedEncode.OneHot(
                      Unseen.ZEROS, List.of("clerk", "nurse"), null, MissingSlot.NONE),
                  null),
              "city",
              new FittedColumn.Categorical(
                  null,
                  new FittedEncode.OneHot(Unseen.ZEROS, List.of("Rom"), null, MissingSlot.LAST),
                  null)),
          List.of(
              new FittedFeature("city=Rom", "city"),
              new FittedFeature("city=<missing>", "city"),
              new FittedFeature("age", "age"),
              new FittedFeature("job=clerk", "job"),
              new FittedFeature("job=nurse", "job")),
          null,
          null,
          null,
          null,
          null);

  @Test
  void isWrittenAsTheFileThatStays() {
    assertThat(new String(PIPELINE.toJson(), StandardCharsets.UTF_8))
        .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
  }

  @Test
  void isReadBackFromIt() {
    FittedPipeline read = FittedPipeline.read("pipeline.json", golden());

    assertThat(read).isEqualTo(PIPELINE);
    assertThat(read.toJson()).isEqualTo(golden());
    assertThat(read.width()).isEqualTo(5);
    assertThat(read.label().outputs()).isEqualTo(2);
  }

  @Test
  void holdsTheKeysThatAnOutsideScriptReads() throws IOException {
    JsonNode columns = Json.MAPPER.readTree(PIPELINE.toJson()).get("columns");

    assertThat(columns.at("/age/impute").fieldNames()).toIterable().contains("strategy", "value");
    assertThat(columns.at("/age/outlier").fieldNames())
        .toIterable()
        .contains("lower", "upper", "q1", "q3");
    assertThat(columns.at("/age/scale").fieldNames())
        .toIterable()
        .contains("strategy", "mean", "standardDeviation");
    assertThat(columns.at("/job/encode").fieldNames())
        .toIterable()
        .contains("strategy", "categories");
    assertThat(columns.at("/city").has("impute")).isFalse();
  }

  @Test
  void givesTheFeaturesThatItsFileSays() {
    FittedPipeline read = FittedPipeline.read("pipeline.json", golden());

    assertThat(features(read, "Rom", "25", "nurse", "y")).containsExactly(1, 0, -1.5, 0, 1);
    assertThat(features(read, "?", "120", "", "n")).containsExactly(0, 1, 4, 1, 0);
    assertThat(features(read, "Oslo", "", "pilot", "n")).containsExactly(0, 0, 0, 0, 0);
    assertThat(features(JavaSerialization.copy(read), "Rom", "0", "clerk", "y"))
        .containsExactly(1, 0, -4, 1, 0);
  }

  private static double[] features(FittedPipeline pipeline, @Nullable Object... cells) {
    RowLayout layout = new RowLayout(List.of("age"), List.of("rich", "job", "city"));
    TypedRow row = new TypedRow(layout);
    LabelConfig label = new LabelConfig("rich", null, null, MissingLabel.DROP, LabelScale.STANDARD);
    assertThat(
            new RowParser(pipeline.table(), layout, label, SensitiveCells.NONE).parse(cells, row))
        .isNull();

    RowTransformer transformer = new RowTransformer(pipeline, layout);
    FeatureBuffer features = transformer.buffer();
    assertThat(transformer.transform(row, Split.TEST, new CellEffects(), features))
        .isEqualTo(RowOutcome.PREPARED);
    return features.toDense();
  }

  @Test
  void refusesAnotherVersionAndWhatIsNoPipeline() {
    assertRefused(
        text().replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
        "schemaVersion 2 is unknown; this version of Winnow reads 1");
    assertRefused("{}", "schemaVersion 0 is unknown; this version of Winnow reads 1");
    assertRefused("[]", "schemaVersion 0 is unknown; this version of Winnow reads 1");
    assertRefused(
        text().replace("\"deleteFrom\"", "\"deletedFrom\""),
        "is not a fitted pipeline: Unrecognized field \"deletedFrom\"");
    assertRefused(
        text().replace("\"oneHot\"", "\"hashing\""),
        "is not a fitted pipeline: Could not resolve type id 'hashing'");
    assertRefused(text().substring(0, 300), "is not a fitted pipeline: Unexpected end-of-input");
    assertThatThrownBy(
            () ->
                new FittedPipeline(
                    3,
                    "p",
                    PIPELINE.table(),
                    PIPELINE.label(),
                    DeleteFrom.TRAIN,
                    Map.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null))
        .hasMessage("schemaVersion 3 is unknown; this version of Winnow reads 1");
  }

  private static void assertRefused(String json, String why) {
    assertThatThrownBy(() -> FittedPipeline.read("p.json", json.getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("p.json: " + why)
        .extracting(Throwable::getMessage)
        .asString()
        .hasLineCount(1);
  }

  private static String text() {
    return new String(golden(), StandardCharsets.UTF_8);
  }

  private static byte[] golden() {
    try {
      return Files.readAllBytes(People.FOLDER.resolve("pipeline-v1.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
