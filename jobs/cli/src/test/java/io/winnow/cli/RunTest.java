package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.winnow.cli.Cli.Ended;
import io.winnow.core.config.Json;
import io.winnow.core.sample.SampleFacts;
import io.winnow.core.sample.SampleTable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One run from the raw table to the published model, and the same step by step. */
class RunTest {
  private static final Ended ENDED = DemoRun.ENDED;
  private static final JsonNode MANIFEST = ENDED.manifest();
  private static final Path REPORT = DemoRun.ROOT.resolve("runs/demo/2026-11-22/1/report");

  @Test
  void itEndsPublished() throws IOException {
    assertThat(ENDED.exitCode()).as(ENDED.err()).isZero();
    assertThat(ENDED.out().lines()).hasSize(1);
    assertThat(ENDED.json().path("status").asText()).isEqualTo("published");
    assertThat(ENDED.json().path("runId").asText()).isEqualTo("demo/2026-11-22/1");
    assertThat(MANIFEST.path("status").asText()).isEqualTo("published");
    assertThat(MANIFEST.path("exitCode").asInt()).isZero();

    JsonNode pointer = Json.MAPPER.readTree(DemoRun.POINTER);
    assertThat(pointer.path("run").asText()).isEqualTo("demo/2026-11-22/1");
    assertThat(DemoRun.ROOT.resolve(pointer.path("manifest").asText())).exists();
  }

  @Test
  void manifestAndMetricsMatchTheirSchemas() throws IOException {
    JsonNode metrics = Json.MAPPER.readTree(Cli.read(REPORT.resolve("metrics.json")));

    assertThat(schema("manifest").validate(MANIFEST)).isEmpty();
    assertThat(schema("metrics").validate(metrics)).isEmpty();
    assertThat(schema("metrics").validate(metrics.path("test"))).isNotEmpty();
  }

  @Test
  void rowsAreConservedAndAreThoseOfTheGenerator() throws IOException {
    SampleFacts facts = SampleTable.DEMO.write(Writer.nullWriter(), DemoRun.ROWS, 1);
    JsonNode rows = MANIFEST.path("rows");

    assertThat(rows.path("read").asLong()).isEqualTo(facts.rows());
    assertThat(rows.path("rejected").asLong()).isEqualTo(facts.malformed());
    assertThat(rows.path("exactDuplicates").asLong()).isEqualTo(facts.exactDuplicates());
    assertThat(rows.path("unlabelled").asLong()).isEqualTo(facts.unlabelled());
    assertThat(rows.path("outliersDeleted").asLong()).isPositive();
    assertThat(
            sum(
                rows,
                List.of(
                    "rejected",
                    "exactDuplicates",
                    "nearDuplicates",
                    "unlabelled",
                    "filtered",
                    "droppedMissing",
                    "outliersDeleted",
                    "prepared")))
        .isEqualTo(facts.rows());
    assertThat(sum(MANIFEST.at("/split/rows"), List.of("train", "validation", "test")))
        .isEqualTo(rows.path("prepared").asLong());
  }

  @Test
  void everyKindOfDirtIsCounted() {
    JsonNode features = MANIFEST.path("features");

    assertThat(features.path("imputed").fieldNames())
        .toIterable()
        .contains("age", "payment", "region", "satisfaction");
    assertThat(features.path("clipped").fieldNames()).toIterable().contains("data_gb");
    assertThat(features.path("outliers").path("monthly_charge").asLong()).isPositive();
    assertThat(features.path("imputed").has("device")).isFalse();
  }

  @Test
  void theSplitIsStratified() {
    JsonNode train = MANIFEST.at("/split/classes/train");
    JsonNode test = MANIFEST.at("/split/classes/test");

    assertThat(test.path("yes").asDouble() / test.path("no").asDouble())
        .isCloseTo(train.path("yes").asDouble() / train.path("no").asDouble(), within(0.02));
  }

  @Test
  void memoryIsPredictedAndMeasured() {
    JsonNode memory = MANIFEST.path("memory");

    assertThat(memory.path("model").asText()).isEqualTo("dl4j");
    assertThat(memory.path("fits").isNull()).isTrue();
    assertThat(memory.path("measuredBytesPerWorker").asDouble())
        .isCloseTo(
            memory.path("predictedBytesPerWorker").asDouble(),
            within(0.05 * memory.path("predictedBytesPerWorker").asDouble()));
  }

  @Test
  void theModelIsSavedVerifiedAndBetterThanChance() {
    assertThat(MANIFEST.at("/model/reload/verified").asBoolean()).isTrue();
    assertThat(MANIFEST.at("/model/reload/rows").asInt()).isPositive();
    assertThat(MANIFEST.at("/metrics/test/rocAuc").asDouble()).isGreaterThan(0.6);
    assertThat(MANIFEST.at("/training/epochs")).hasSize(2);
    assertThat(MANIFEST.at("/gates/0/passed").asBoolean()).isTrue();
  }

  @Test
  void theReportSaysWhatTheManifestSays() throws IOException {
    JsonNode metrics = Json.MAPPER.readTree(Cli.read(REPORT.resolve("metrics.json")));

    assertThat(metrics.path("test")).isEqualTo(MANIFEST.at("/metrics/test"));
    assertThat(Cli.read(REPORT.resolve("index.html")))
        .contains("demo", "published", "3,000", "Confusion matrix", "dense1");
  }

  @Test
  void stepByStepGivesTheSame() {
    assertThat(DemoRun.command("prepare", "--interval", "steps").exitCode()).isZero();
    Ended trained = DemoRun.command("train", "--interval", "steps");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.json().path("status").asText()).isEqualTo("trained");
    Ended tested = DemoRun.command("evaluate", "--run", "demo/steps/1");
    assertThat(tested.manifest().path("status").asText()).isEqualTo("evaluated");
    Ended published = DemoRun.command("publish", "--interval", "steps");
    assertThat(published.exitCode()).as(published.err()).isZero();

    JsonNode steps = published.manifest();
    assertThat(steps.path("prepared")).isEqualTo(MANIFEST.path("prepared"));
    assertThat(steps.at("/model/sha256")).isEqualTo(MANIFEST.at("/model/sha256"));
    assertThat(steps.path("metrics")).isEqualTo(MANIFEST.path("metrics"));

    Ended again = DemoRun.command("train", "--run", "demo/steps/1");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.errors())
        .containsExactly(
            "error: run 'demo/steps/1' is published and does not change any more; begin a new one"
                + " with prepare");
  }

  @Test
  void estimatesTakeFeaturesAndClassesFromWhatIsPublished() {
    Ended estimate =
        Cli.run(
            "estimate",
            "--model",
            "textbook",
            "--config",
            Cli.example("demo"),
            "--root",
            DemoRun.ROOT.toString(),
            "--output",
            "json");
    int features = MANIFEST.at("/features/count").asInt();

    assertThat(estimate.exitCode()).as(estimate.err()).isZero();
    assertThat(estimate.json().at("/layers/0/parameters").asInt()).isEqualTo(features * 64);
    assertThat(estimate.json().at("/layers/2/parameters").asInt()).isEqualTo(32 * 2);
  }

  @Test
  void aPlanTakesFeaturesAndClassesFromARunThatIsPrepared() {
    Ended plan = plan("demo/2026-11-22/1");
    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.json().at("/worker/bytes").asLong()).isPositive();

    assertThat(plan("demo/2026-11-22/77").errors().get(0)).contains("no such run");
  }

  private static Ended plan(String run) {
    return Cli.run(
        "plan",
        "--config",
        Cli.example("demo"),
        "--root",
        DemoRun.ROOT.toString(),
        "--run",
        run,
        "--cpu-memory",
        "4g",
        "--output",
        "json");
  }

  @Test
  void everyFileOfItHasAChecksumThatHolds() {
    Ended verified =
        Cli.run("runs", "verify", "demo/2026-11-22/1", "--root", DemoRun.ROOT.toString());

    assertThat(verified.exitCode()).as(verified.err()).isZero();
    assertThat(REPORT.resolve("../checksums.json")).content().contains("report/curves.json");
  }

  @Test
  void everyStageIsTold() {
    for (JsonNode stage : MANIFEST.path("stages")) {
      assertThat(ENDED.err())
          .containsPattern(
              "(?m)^%-9s *[0-9,]+ rows -> *[0-9,]+ +[0-9.]+ s$"
                  .formatted(stage.path("name").asText()));
    }
    assertThat(MANIFEST.path("stages"))
        .extracting(stage -> stage.path("name").asText())
        .contains("read", "dedup", "train", "evaluate");
  }

  @Test
  void whatComesTooEarlyIsRefused() {
    assertThat(DemoRun.command("train", "--interval", "none").errors())
        .singleElement()
        .asString()
        .contains("no unfinished run for interval 'none'");
    assertThat(DemoRun.command("train", "--run", "demo/none/1").errors())
        .singleElement()
        .asString()
        .contains("--run 'demo/none/1'");
  }

  private static JsonSchema schema(String name) {
    Path file = Cli.CHECKOUT.resolve("schemas/" + name + ".schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file.toUri());
  }

  private static long sum(JsonNode counts, List<String> names) {
    return names.stream().mapToLong(name -> counts.path(name).asLong()).sum();
  }
}
