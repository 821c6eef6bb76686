package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.scripts.AirflowVenv.Ended;
import io.winnow.core.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The DAG in a real Airflow, whose tasks submit the jar to the standalone cluster. */
@Tag("long")
class AirflowIT {
  private static final String DAG = "winnow_nightly";
  private static final List<String> NIGHTS =
      List.of("2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22");

  /** Of a back-fill of the last three; a night begins at 03:00, and the end is a midnight. */
  private static final String FROM = "2026-11-20";

  private static final String TO = "2026-11-23";

  /** A night is eight short processes and their executors, which are not worth compiling for. */
  private static final Map<String, String> JVM =
      Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

  @TempDir private static Path folder;

  private static final Map<String, String> SETTINGS = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    Script started = Script.call(folder, JVM, "cluster", "start");
    assertThat(started.exitCode()).as("%s", started).isZero();
    Script sample =
        Script.call(folder, "winnow", "sample", "--table", "walkthrough", "--out", "table.csv");
    assertThat(sample.exitCode()).as("%s", sample).isZero();
    SETTINGS.put(
        "AIRFLOW_CONN_SPARK_DEFAULT",
        "{\"conn_type\": \"spark\", \"host\": \"%s\"}".formatted(started.out().get(0)));
    SETTINGS.put("WINNOW_CONFIG", Script.ROOT.resolve("conf/examples/walkthrough.yaml").toString());
    SETTINGS.put("WINNOW_JAR", System.getProperty("winnow.jar"));
    SETTINGS.put("WINNOW_SUBMIT", Script.ROOT.resolve("scripts/airflow/spark-submit").toString());
    SETTINGS.put("WINNOW_OPTIONS", "{\"executor_memory\": \"1g\", \"total_executor_cores\": 1}");
    SETTINGS.put("WINNOW_PLAN", "--cpu-memory 2g --gpus 1");
    SETTINGS.putAll(JVM);
  }

  @AfterAll
  static void stop() throws Exception {
    assertThat(Script.call(folder, "cluster", "stop").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"3.3.2, 6.3.4", "2.10.5, 5.0.0"})
  void nightsAreBackFilledAndABadModelIsRefused(String version, String provider) throws Exception {
    Path home = Files.createDirectory(folder.resolve(version));
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("WINNOW_ROOT", home.resolve("root").toString());
    settings.put("WINNOW_SETTINGS", settings());
    AirflowVenv airflow = AirflowVenv.of(version, provider, home, settings);

    assertThat(airflow.airflow("dags", "list-import-errors").output()).contains("No data found");

    Ended tested = airflow.airflow("dags", "test", DAG, "2026-11-19");
    assertThat(tested.exitCode()).as(tested.output()).isZero();
    assertThat(tested.output()).doesNotContain("cannot be called outside TaskInstance");
    assertThat(current(home)).isEqualTo("walkthrough/2026-11-19/1");

    if (version.startsWith("2.")) {
      backFill(airflow.airflow("dags", "backfill", DAG, "-s", FROM, "-e", TO));
    } else {
      backFillByScheduler(airflow, home);
    }
    assertThat(published(home))
        .containsExactlyElementsOf(NIGHTS.stream().map(AirflowIT::firstAttempt).toList());

    String before = current(home);
    Ended refused =
        airflow.airflow(
            Map.of("WINNOW_SETTINGS", settings() + " gates.rmse.max=0.000001"),
            "dags",
            "test",
            DAG,
            "2026-11-23");
    assertThat(refused.output())
        .contains("is above max 1.0E-6")
        .containsPattern("Marking task as FAILED|state=failed|failed");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(current(home)).isEqualTo(before);
    assertThat(published(home)).hasSize(NIGHTS.size());
  }

  private static void backFill(Ended ended) {
    assertThat(ended.exitCode()).as(ended.output()).isZero();
  }

  private static void backFillByScheduler(AirflowVenv airflow, Path home) throws Exception {
    backFill(airflow.airflow("dags", "reserialize"));
    backFill(airflow.airflow("dags", "unpause", DAG));
    backFill(
        airflow.airflow(
            "backfill",
            "create",
            "--dag-id",
            DAG,
            "--from-date",
            FROM,
            "--to-date",
            TO,
            "--max-active-runs",
            "1"));
    try (AirflowServices services = AirflowServices.start(airflow)) {
      services.await(() -> published(home).size() == NIGHTS.size() && backFilled(airflow) == 3);
    }
  }

  private static long backFilled(AirflowVenv airflow) {
    return airflow
        .airflow("dags", "list-runs", DAG, "--state", "success", "--output", "plain")
        .output()
        .lines()
        .filter(line -> line.contains("backfill__"))
        .count();
  }

  private static String firstAttempt(String night) {
    return "walkthrough/" + night + "/1";
  }

  private static String settings() {
    return "source.path=%s split.ratios=0.7/0.2/0.1 training.epochs=2 training.workers=1"
        .formatted(folder.resolve("table.csv"));
  }

  private static String current(Path home) throws IOException {
    return Json.MAPPER
        .readTree(home.resolve("root/current/walkthrough.json").toFile())
        .path("run")
        .asText();
  }

  private static List<String> published(Path home) throws Exception {
    Script list =
        Script.call(
            folder,
            "winnow",
            "runs",
            "list",
            "--root",
            home.resolve("root").toString(),
            "--status",
            "published",
            "--output",
            "json");
    List<String> ids = new ArrayList<>();
    for (JsonNode run : Json.MAPPER.readTree(list.out().get(0)).path("runs")) {
      ids.add(run.path("id").asText());
    }
    return ids;
  }
}
