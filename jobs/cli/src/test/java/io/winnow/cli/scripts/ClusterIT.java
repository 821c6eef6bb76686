package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The submitted jar on a real standalone cluster: one master, two workers, executors of their own.
 */
class ClusterIT {
  @TempDir private static Path folder;

  private static String master;

  @BeforeAll
  static void start() throws Exception {
    Script started = Script.call(folder, "cluster", "start");
    assertThat(started.exitCode()).as("%s", started).isZero();
    assertThat(started.out()).singleElement().asString().startsWith("spark://127.0.0.1:");
    master = started.out().get(0);
  }

  @AfterAll
  static void stopLeavesNothingBehind() throws Exception {
    assertThat(Script.call(folder, "cluster", "stop").exitCode()).isZero();
    assertThat(Script.call(folder, "cluster", "stop").exitCode()).as("a second stop").isZero();
    assertThat(Script.call(folder, "cluster", "status").exitCode()).isEqualTo(1);
    String work = Script.ROOT.resolve("target/cluster").toString();
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").contains(work));
  }

  @Test
  void aSecondStartFindsTheRunningCluster() throws Exception {
    assertThat(Script.call(folder, "cluster", "start").out()).containsExactly(master);
    assertThat(Script.call(folder, "cluster", "status").out()).endsWith("master: " + master);
  }

  @Test
  void aSubmittedRunIsPublishedWithTheDataThatLocalModePrepares() throws Exception {
    sample("table.csv", 1000);
    long before = executorsThatWorked();
    Script run = submit(walkthrough("run", "cluster"));
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.out()).singleElement().asString().contains("\"status\":\"published\"");
    assertThat(executorsThatWorked() - before).isEqualTo(2);

    Script local = Script.call(folder, "winnow", walkthrough("prepare", "local"));
    assertThat(local.exitCode()).as("%s", local).isZero();
    assertThat(contentHash("cluster")).matches("[0-9a-f]{64}").isEqualTo(contentHash("local"));
  }

  @Test
  void anExecutorKilledDuringTheFitChangesNothing() throws Exception {
    sample("table.csv", 100_000);
    long before = executorsThatWorked();
    Process run =
        Script.process(folder, "submit", submitted(walkthrough("prepare", "killed")))
            .redirectOutput(Redirect.DISCARD)
            .start();
    try (BufferedReader lines = run.errorReader()) {
      readUntil(lines, "split");
      assertThat(executors()).hasSize(2);
      // Half of the rows are in its memory alone.
      assertThat(executors().get(0).destroyForcibly()).isTrue();
      readUntil(lines, "fit");
      lines.lines().forEach(line -> {});
    }
    assertThat(run.waitFor()).isZero();
    assertThat(executorsThatWorked() - before).as("a third executor took over").isEqualTo(3);

    Script local = Script.call(folder, "winnow", walkthrough("prepare", "whole"));
    assertThat(local.exitCode()).as("%s", local).isZero();
    assertThat(contentHash("killed")).matches("[0-9a-f]{64}").isEqualTo(contentHash("whole"));
  }

  @Test
  @Tag("long")
  void executorsKilledInThreeRoundsOfTrainingChangeNoBit() throws Exception {
    sample("table.csv", 20_000);
    Process run =
        Script.process(folder, "submit", submitted(longTraining("run", "lost")))
            .redirectOutput(Redirect.DISCARD)
            .start();
    try (BufferedReader lines = run.errorReader()) {
      for (int epoch : new int[] {2, 4, 6}) {
        readUntil(lines, "epoch " + epoch + "/");
        assertThat(executors().get(0).destroyForcibly()).isTrue();
      }
      lines.lines().forEach(line -> {});
    }
    assertThat(run.waitFor()).isZero();

    Script local = Script.call(folder, "winnow", longTraining("run", "kept"));
    assertThat(local.exitCode()).as("%s", local).isZero();
    assertThat(manifest("lost").at("/training")).isEqualTo(manifest("kept").at("/training"));
    assertThat(manifest("lost").at("/model/sha256").asText())
        .matches("[0-9a-f]{64}")
        .isEqualTo(manifest("kept").at("/model/sha256").asText());
  }

  @Test
  @Tag("long")
  void inClusterModeTheDriverRunsOnAWorkerAndTheManifestTellsHowItEnded() throws Exception {
    sample("table.csv", 1000);
    String[] run = walkthrough("run", "remote");
    // The driver takes the core of one worker.
    run[8] = "training.workers=1";
    Script published = Script.call(folder, "submit", inClusterMode(run));
    assertThat(published.exitCode()).as("%s", published).isZero();
    assertThat(manifest("remote").path("status").asText()).isEqualTo("published");
    assertThat(folder.resolve("remote/current/walkthrough.json")).exists();
    assertThat(published.out()).as("the driver printed elsewhere").isEmpty();

    run[4] = folder.resolve("broken").toString();
    run[6] = "source.path=" + Files.writeString(folder.resolve("empty.csv"), "");
    Script.call(folder, "submit", inClusterMode(run));
    assertThat(manifest("broken").path("status").asText()).isEqualTo("failed");
    assertThat(manifest("broken").path("exitCode").asInt()).isEqualTo(3);
    assertThat(folder.resolve("broken/current")).doesNotExist();
  }

  private static String[] inClusterMode(String... command) {
    String[] options = {"--deploy-mode", "cluster"};
    return Stream.concat(Stream.of(options), Stream.of(submitted(command))).toArray(String[]::new);
  }

  private static String[] longTraining(String command, String root) {
    String[] arguments = walkthrough(command, root);
    arguments[10] = "training.epochs=8";
    return arguments;
  }

  private static List<ProcessHandle> executors() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .filter(process -> process.parent().map(ClusterIT::isOurs).orElse(false))
        .toList();
  }

  private static boolean isOurs(ProcessHandle worker) {
    String work = Script.ROOT.resolve("target/cluster").toString();
    return worker.info().commandLine().orElse("").contains(work);
  }

  private static void readUntil(BufferedReader lines, String start) throws IOException {
    List<String> seen = new ArrayList<>();
    String line;
    do {
      line = lines.readLine();
      seen.add(line);
    } while (line != null && !line.startsWith(start));
    assertThat(line).as(() -> String.join("\n", seen)).isNotNull();
  }

  private static void sample(String table, int rows) throws Exception {
    Script sample =
        Script.call(
            folder,
            "winnow",
            "sample",
            "--table",
            "walkthrough",
            "--out",
            table,
            "--rows",
            rows + "");
    assertThat(sample.exitCode()).as("%s", sample).isZero();
  }

  private static String[] walkthrough(String command, String root) {
    return new String[] {
      command,
      "--config",
      Script.ROOT.resolve("conf/examples/walkthrough.yaml").toString(),
      "--root",
      folder.resolve(root).toString(),
      "--set",
      "source.path=" + folder.resolve("table.csv"),
      "--set",
      "training.workers=2",
      "--set",
      "training.epochs=2",
      "--output",
      "json"
    };
  }

  private static String contentHash(String root) throws IOException {
    return manifest(root).at("/prepared/contentHash").asText();
  }

  private static JsonNode manifest(String root) throws IOException {
    Path manifest = folder.resolve(root + "/runs/walkthrough/manual/1/manifest.json");
    return Json.MAPPER.readTree(Files.readAllBytes(manifest));
  }

  @Test
  void theExitCodeIsTheJobs() throws Exception {
    Script run = submit("run", "--config", "absent.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).last().asString().startsWith("error: absent.yaml: ");
  }

  private static Script submit(String... command) throws Exception {
    return Script.call(folder, "submit", submitted(command));
  }

  private static String[] submitted(String... command) {
    String[] arguments = new String[command.length + 5];
    String[] options = {"--master", master, "--executor-memory", "1g", "--"};
    System.arraycopy(options, 0, arguments, 0, options.length);
    System.arraycopy(command, 0, arguments, options.length, command.length);
    return arguments;
  }

  /** Each worker keeps one folder for each executor that it started. */
  private static long executorsThatWorked() throws IOException {
    try (var logs = Files.walk(Script.ROOT.resolve("target/cluster"))) {
      return logs.filter(path -> path.endsWith("stderr")).count();
    }
  }
}
