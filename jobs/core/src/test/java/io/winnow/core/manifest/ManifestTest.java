package io.winnow.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.DedupReport.GoldReport;
import io.winnow.core.manifest.DedupReport.NearReport;
import io.winnow.core.manifest.ModelReport.ReloadReport;
import io.winnow.core.manifest.PreparedReport.PreparedSplit;
import io.winnow.core.manifest.RecoverReport.RecoveredColumn;
import io.winnow.core.manifest.TestMetrics.ClassMetrics;
import io.winnow.core.manifest.TrainingReport.EpochReport;
import io.winnow.core.redact.KnownSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void aFreshManifestMatchesItsSchema() throws IOException {
    JsonNode json = JSON.readTree(begun().manifest().toJson());

    assertThat(schema().validate(json)).isEmpty();
    assertThat(json.path("status").asText()).isEqualTo("running");
    assertThat(json.path("exitCode").isNull()).isTrue();
    assertThat(json.path("rows").isNull()).isTrue();
  }

  @Test
  void aCompleteManifestMatchesItsSchemaAndIsReadBack() throws IOException {
    Manifest manifest = complete().manifest();
    byte[] json = manifest.toJson();

    assertThat(schema().validate(JSON.readTree(json))).isEmpty();
    assertThat(Manifest.read(json)).isEqualTo(manifest);
    assertThat(ManifestDraft.from(Manifest.read(json)).manifest().toJson()).isEqualTo(json);
  }

  @Test
  void secretsAreHiddenInTextsAlone() throws IOException {
    KnownSecrets.remember("trainLoss");
    KnownSecrets.remember("earlyStopping");
    KnownSecrets.remember("a-pipeline-of-many");
    Manifest plain = complete().manifest();
    ManifestDraft draft = ManifestDraft.from(plain);
    draft.addWarnings(List.of(new Warning("SEEN", "a \"trainLoss\" was seen")));
    String run = "a-pipeline-of-many/night/1";
    byte[] json = draft.manifest().toJson();

    assertThat(Manifest.read(json).training()).isEqualTo(plain.training());
    assertThat(Manifest.read(json).warnings())
        .extracting(Warning::message)
        .contains("a \"[redacted]\" was seen");
    ManifestDraft named =
        new ManifestDraft(
            new RunReport(run, "a-pipeline-of-many", "night", 1, "2026-11-22T03:00:00Z", null),
            plain.code(),
            plain.versions(),
            plain.config(),
            plain.seeds());
    assertThat(Manifest.read(named.manifest().toJson()).run().id()).isEqualTo(run);
  }

  @Test
  void namesAreThoseOfTheContract() throws IOException {
    JsonNode json = JSON.readTree(complete().manifest().toJson());

    assertThat(json.at("/status").asText()).isEqualTo("published");
    assertThat(json.at("/rows/exactDuplicates").isIntegralNumber()).isTrue();
    assertThat(json.at("/split/classes/train/<=50K").asLong()).isEqualTo(6);
    assertThat(json.at("/prepared/splits/train/contentHash").asText()).isEqualTo(HASH);
    assertThat(json.at("/training/stopReason").asText()).isEqualTo("earlyStopping");
    assertThat(json.at("/training/epochs/0/validation/accuracy").asDouble()).isEqualTo(0.75);
    assertThat(json.at("/model/reload/maxAbsDifference").asDouble()).isEqualTo(0.0);
    assertThat(json.at("/metrics/test/perClass/<=50K/support").asLong()).isEqualTo(1);
    assertThat(json.at("/metrics/test/rmse").isNull()).isTrue();
    assertThat(json.at("/metrics/test/confusionMatrix/0/0").asLong()).isEqualTo(1);
  }

  @Test
  void theSchemaRefusesWhatTheContractDoesNotKnow() throws IOException {
    String json = new String(complete().manifest().toJson(), StandardCharsets.UTF_8);
    assertThat(schema().validate(JSON.readTree(json.replace("\"published\"", "\"done\""))))
        .isNotEmpty();
    assertThat(schema().validate(JSON.readTree(json.replace("\"exitCode\"", "\"exitcode\""))))
        .isNotEmpty();
    assertThat(schema().validate(JSON.readTree(json.replace(HASH, "abc")))).isNotEmpty();
  }

  @Test
  void aNumberThatIsNotFiniteIsNull() throws IOException {
    ManifestDraft draft = begun();
    draft.training(
        new TrainingReport(
            "stock",
            2,
            5,
            1,
            0,
            StopReason.DIVERGED,
            List.of(new EpochReport(1, Double.NaN, Map.of("logLoss", Double.POSITIVE_INFINITY)))));
    JsonNode json = JSON.readTree(draft.manifest().toJson());

    assertThat(json.at("/training/epochs/0/trainLoss").isNull()).isTrue();
    assertThat(json.at("/training/epochs/0/validation/logLoss").isNull()).isTrue();
    assertThat(schema().validate(json)).isEmpty();
  }

  @Test
  void keysOfALaterProgramAreReadOver() {
    String json = new String(complete().manifest().toJson(), StandardCharsets.UTF_8);
    String more = json.replaceFirst("\\{", "{\"drift\": {\"psi\": 0.1},");

    assertThat(Manifest.read(more.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(complete().manifest());
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] json = "{\"schemaVersion\": 2}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Manifest.read(json))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "manifest.json: schemaVersion 2 is not 1: use the version of Winnow that wrote it");
  }

  @Test
  void aTornFileIsRefused() {
    byte[] json = "{\"schemaVersion\": 1, \"status".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Manifest.read(json))
        .hasMessageStartingWith("manifest.json: not readable as a manifest: ");
  }

  @Test
  void aFurtherCommandForgetsHowTheLastOneEnded() {
    ManifestDraft draft = begun();
    draft.error(new ErrorReport("DATA", "too many rejects"));
    draft.end(RunStatus.FAILED, 3, "2026-11-22T01:10:00Z");
    draft.begin();

    assertThat(draft.manifest()).isEqualTo(begun().manifest());
  }

  private static ManifestDraft begun() {
    return new ManifestDraft(
        new RunReport("adult/2026-11-22/1", "adult", "2026-11-22", 1, "2026-11-22T01:00:00Z", null),
        new CodeVersion("0.1.0", null),
        new SoftwareVersions("17", "3.5.7", "3.3.4", "1.0.0-M2", "1.0.0-M2.1", "cpu"),
        new ConfigReport(HASH, JSON.createObjectNode().put("pipeline", "adult")),
        new Seeds(1, 2));
  }

  private static ManifestDraft complete() {
    ManifestDraft draft = begun();
    draft.inputs(List.of(new InputReport("file:/data/adult.csv.gz", 614_085L, HASH, 12)));
    draft.rows(new RowCounts(12, 1, 1, 0, 1, 0, 0, 0, 9));
    draft.dedup(
        new DedupReport(
            1, 0, new NearReport(49, 3, 1, 5, 2, 1, 2, 0, 0, new GoldReport(1, 0.5, 1, 2 / 3.0))));
    draft.addStages(List.of(new StageReport("read", 12, 11, 0.5)));
    draft.split(
        new SplitReport(
            "stratified",
            Map.of("train", 7L, "validation", 1L, "test", 1L),
            Map.of("train", 7L, "validation", 1L, "test", 1L),
            Map.of("train", Map.of("<=50K", 6L, ">50K", 1L)),
            Map.of("train", 0L, "validation", 1L, "test", -1L),
            new MoveReport("adult/2026-11-21/1", 5, 1, 3, 2)));
    draft.features(
        new FeatureReport(
            3,
            Map.of("age", 2L),
            Map.of("age", 1L),
            Map.of(),
            Map.of("age", 3L),
            Map.of(),
            Map.of("age", "iqr"),
            Map.of(),
            Map.of(),
            Map.of(),
            new RecoverReport(
                0.1,
                7,
                0.02,
                List.of(new RecoveredColumn("age", "nrmse", 1, Map.of("median", 1.5), "median"))),
            List.of(new FeatureReport.Unselected("town=Oslo", "variance", 0.01, null)),
            List.of(new FeatureReport.Component("pc_1", 0.75))));
    draft.prepared(
        new PreparedReport(
            HASH, Map.of("train", new PreparedSplit("prepared/train", 7, 1, 2_000, HASH))));
    draft.memory(new MemoryReport("textbook", 64, 2, 1_048_576, null, null));
    draft.training(
        new TrainingReport(
            "stock",
            2,
            5,
            12,
            1,
            StopReason.EARLY_STOPPING,
            List.of(new EpochReport(1, 0.5, Map.of("accuracy", 0.75)))));
    draft.model(new ModelReport("model", HASH, new ReloadReport(true, 7, 0.0)));
    draft.metrics(new MetricsReport(metrics(), null));
    draft.gates(List.of(new GateReport("accuracy", true, 1.0, 0.85, null)));
    draft.addWarnings(List.of(new Warning("IQR_ZERO", "capital-gain has no fences")));
    draft.end(RunStatus.PUBLISHED, 0, "2026-11-22T01:10:00.125Z");
    return draft;
  }

  private static TestMetrics metrics() {
    return new TestMetrics(
        1,
        1.0,
        1.0,
        null,
        0.1,
        1.0,
        1.0,
        1.0,
        1.0,
        null,
        null,
        null,
        null,
        Map.of("<=50K", new ClassMetrics(1.0, 1.0, 1.0, 1)),
        List.of(List.of(1L, 0L), List.of(0L, 0L)),
        List.of("<=50K", ">50K"));
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("../../schemas/manifest.schema.json")));
  }
}
