package io.winnow.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli;
import io.winnow.cli.Cli.Ended;
import io.winnow.core.config.Json;
import io.winnow.prepare.store.Checksums;
import io.winnow.prepare.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsCommandTest {
  @TempDir private static Path nights;

  @TempDir private Path folder;
  private Path root;

  @BeforeAll
  static void threeNights() {
    StoredRuns runs = new StoredRuns(nights.toString());
    runs.published("sales", "2026-11-20", "2026-11-20T04:00:00.000Z", 0.81);
    runs.published("sales", "2026-11-21", "2026-11-21T04:00:00.000Z", 0.82);
    runs.refused("sales", "2026-11-22", "2026-11-22T04:00:00.000Z");
    runs.published("sales", "2026-11-22", "2026-11-22T05:00:00.000Z", 0.83);
    runs.published("churn", "2026-11-22", "2026-11-22T06:00:00.000Z", 0.9);
  }

  @BeforeEach
  void copyThem() throws IOException {
    root = folder.resolve("root");
    FileUtils.copyDirectory(nights.toFile(), root.toFile());
  }

  @Test
  void aListHasEveryRunAndMarksTheCurrentOnes() {
    assertThat(runs("list").out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            " run status rows metric ended",
            "* churn/2026-11-22/1 published 1,200 test accuracy 0.9000 2026-11-22T06:00:00.000Z",
            " sales/2026-11-20/1 published 1,200 test accuracy 0.8100 2026-11-20T04:00:00.000Z",
            " sales/2026-11-21/1 published 1,200 test accuracy 0.8200 2026-11-21T04:00:00.000Z",
            " sales/2026-11-22/1 refused 2026-11-22T04:00:00.000Z",
            "* sales/2026-11-22/2 published 1,200 test accuracy 0.8300 2026-11-22T05:00:00.000Z");
  }

  @Test
  void aListAsJsonTellsTheSame() {
    JsonNode list = json("list", "--pipeline", "sales", "--interval", "2026-11-22");

    assertThat(list.path("runs")).hasSize(2);
    JsonNode refused = list.at("/runs/0");
    assertThat(refused.path("status").asText()).isEqualTo("refused");
    assertThat(refused.path("exitCode").asInt()).isEqualTo(6);
    assertThat(refused.path("rows").isNull()).isTrue();
    JsonNode published = list.at("/runs/1");
    assertThat(published.path("id").asText()).isEqualTo("sales/2026-11-22/2");
    assertThat(published.path("attempt").asInt()).isEqualTo(2);
    assertThat(published.path("rows").asInt()).isEqualTo(1200);
    assertThat(published.path("current").asBoolean()).isTrue();
    assertThat(published.at("/metric/name").asText()).isEqualTo("accuracy");
    assertThat(published.at("/metric/value").asDouble()).isEqualTo(0.83);

    assertThat(json("list", "--status", "refused").path("runs")).hasSize(1);
  }

  @Test
  void aManifestThatIsSpoiltDoesNotEndTheList() throws IOException {
    Files.writeString(root.resolve("runs/sales/2026-11-20/1/manifest.json"), "{");

    assertThat(json("list").at("/runs/1/status").asText()).isEqualTo("unreadable");
    assertThat(json("list").path("runs")).hasSize(5);
  }

  @Test
  void showTellsWhyARunEnded() {
    assertThat(runs("show", "sales/2026-11-22/1").out())
        .contains(
            "status    refused, exit code 6\n",
            "error     gates.accuracy: 0.5 is below min 0.8\n",
            "ended     2026-11-22T04:00:00.000Z\n");

    JsonNode current = json("show", "--pipeline", "churn");
    assertThat(current.at("/run/id").asText()).isEqualTo("churn/2026-11-22/1");
    assertThat(current.at("/manifest/rows/rejected").asInt()).isEqualTo(34);
  }

  @Test
  void aPublishedRunIsVerifiedFileByFile() {
    Ended verified = runs("verify", "sales/2026-11-20/1", "--output", "json");

    assertThat(verified.exitCode()).isZero();
    assertThat(verified.json().path("status").asText()).isEqualTo("verified");
    assertThat(verified.json().path("files").asInt()).isEqualTo(5);
    assertThat(verified.json().path("problems")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "prepared/train/part-0.parquet, wors, differs, 'should be 4 bytes with SHA-256'",
    "prepared/train/part-0.parquet,     , missing, is missing",
    "prepared/train/part-1.parquet, more, unexpected, was not there",
    "model/parameters.bin,           123, differs, should be 3 bytes",
    "model/bundle.json,               {}, differs, should be",
    "manifest.json,                    +, differs, should be",
    "report/index.html,                 , missing, is missing",
    "checksums.json,                    , missing, is missing",
  })
  void whatIsOffIsToldWithExitStatus3(String file, String content, String problem, String message)
      throws IOException {
    Path damaged = root.resolve("runs/churn/2026-11-22/1").resolve(file);
    if (content == null) {
      Files.delete(damaged);
    } else if (content.equals("+")) {
      Files.writeString(damaged, Files.readString(damaged) + " ");
    } else {
      Files.writeString(damaged, content);
    }

    Ended ended = runs("verify", "churn/2026-11-22/1", "--output", "json");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.json().path("status").asText()).isEqualTo("damaged");
    assertThat(ended.json().path("problems"))
        .anySatisfy(
            found -> {
              assertThat(found.path("path").asText()).isEqualTo(file);
              assertThat(found.path("problem").asText()).isEqualTo(problem);
              assertThat(found.path("message").asText()).contains(message);
            });
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .contains("'churn/2026-11-22/1' is damaged");
  }

  @Test
  void aModelThatDoesNotFitTheManifestIsToldEvenWhereTheChecksumsWereWrittenAnew()
      throws IOException {
    Run run = new StoredRuns(root.toString()).store().find("churn/2026-11-22/1");
    Files.writeString(root.resolve("runs/churn/2026-11-22/1/model/parameters.bin"), "123");
    Checksums.of(run).write(run);

    assertThat(runs("verify", run.id()).exitCode()).isEqualTo(3);
    assertThat(runs("verify", run.id()).out()).contains("model/parameters.bin should be SHA-256");
  }

  @Test
  void checksumsWithoutFilesCannotBeUnderstood() throws IOException {
    Files.writeString(
        root.resolve("runs/churn/2026-11-22/1/checksums.json"),
        "{\"schemaVersion\": 1, \"run\": \"churn/2026-11-22/1\"}");

    Ended ended = runs("verify", "churn/2026-11-22/1");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.errors().get(0))
        .endsWith("checksums.json: cannot be understood: it has no files");
  }

  @Test
  void rollingBackTakesTheRunThatWasPublishedBefore() throws IOException {
    JsonNode back = json("rollback", "--pipeline", "sales");
    assertThat(back.path("status").asText()).isEqualTo("rolledBack");
    assertThat(back.path("runId").asText()).isEqualTo("sales/2026-11-21/1");
    assertThat(back.path("previous").asText()).isEqualTo("sales/2026-11-22/2");
    assertThat(pointer("sales")).isEqualTo("sales/2026-11-21/1");
    assertThat(pointer("churn")).isEqualTo("churn/2026-11-22/1");

    assertThat(runs("rollback", "--pipeline", "sales").out())
        .isEqualTo("current is sales/2026-11-20/1, was sales/2026-11-21/1\n");
    Ended end = runs("rollback", "--pipeline", "sales");
    assertThat(end.exitCode()).isEqualTo(2);
    assertThat(end.errors().get(0)).contains("no published run before 'sales/2026-11-20/1'");

    assertThat(runs("rollback", "sales/2026-11-22/2").exitCode()).isZero();
    assertThat(pointer("sales")).isEqualTo("sales/2026-11-22/2");
    assertThat(json("rollback", "sales/2026-11-22/2").path("status").asText())
        .isEqualTo("unchanged");
  }

  @Test
  void thePointerStaysWhereTheEarlierRunIsNotWhole() throws IOException {
    Files.delete(root.resolve("runs/sales/2026-11-21/1/model/parameters.bin"));

    Ended ended = runs("rollback", "--pipeline", "sales");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.errors().get(0))
        .contains("'sales/2026-11-21/1' is damaged: model/parameters.bin is missing")
        .endsWith("the pointer stays at 'sales/2026-11-22/2'");
    assertThat(pointer("sales")).isEqualTo("sales/2026-11-22/2");
  }

  @Test
  void aRunThatWasNeverPublishedIsRefused() throws IOException {
    Ended ended = runs("rollback", "sales/2026-11-22/1");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors().get(0))
        .contains("'sales/2026-11-22/1' was never", "status is refused");
    assertThat(pointer("sales")).isEqualTo("sales/2026-11-22/2");
  }

  /** Its process died before the pointer moved, and a later interval was published since. */
  @Test
  void aRunThatReadersNeverSawIsPassedOver() throws IOException {
    Files.delete(root.resolve("runs/sales/2026-11-21/1/_PUBLISHED"));

    assertThat(json("rollback", "--pipeline", "sales").path("runId").asText())
        .isEqualTo("sales/2026-11-20/1");
    Ended ended = runs("rollback", "sales/2026-11-21/1");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors().get(0)).contains("'sales/2026-11-21/1' was never", "is published");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runs                           | Missing required subcommand: list, show",
        "runs list                      | --root is needed",
        "runs list --status good --root ROOT | --status 'good': is not one of running",
        "runs verify --root ROOT        | --pipeline is needed: below the root are runs of churn,"
            + " sales",
        "runs show x/y/1 --root ROOT    | 'x/y/1': no such run below",
        "runs show churn/2026-11-22/1 --pipeline sales --root ROOT | belongs to another pipeline",
        "runs show --pipeline none --root ROOT | pipeline 'none' has no published run",
      })
  void badUsageIsOneLine(String arguments, String expected) {
    Ended ended = Cli.run(arguments.replace("ROOT", root.toString()).split(" +"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.errors()).singleElement().asString().contains(expected);
  }

  @Test
  void aPipelineFileNamesRootAndPipeline() {
    Ended ended =
        Cli.run("runs", "list", "--config", Cli.example("demo"), "--root", root.toString());
    assertThat(ended.out()).isEqualTo("no runs below " + root + "\n");
  }

  private Ended runs(String command, String... more) {
    List<String> all = new ArrayList<>(List.of("runs", command, "--root", root.toString()));
    return Cli.run(all, more);
  }

  private JsonNode json(String command, String... more) {
    List<String> all =
        new ArrayList<>(List.of("runs", command, "--root", root.toString(), "--output", "json"));
    Ended ended = Cli.run(all, more);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended.json();
  }

  private String pointer(String pipeline) throws IOException {
    String json = Cli.read(root.resolve("current/" + pipeline + ".json"));
    return Json.MAPPER.readTree(json).path("run").asText();
  }
}
