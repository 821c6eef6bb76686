package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli.Ended;
import io.winnow.core.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void writeTable() throws IOException {
    String rows =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    "%d,%s,%s,%s"
                        .formatted(
                            i + 1,
                            i % 40 == 0 ? "?" : 20 + i % 50,
                            i % 3 == 0 ? "<b>red</b>" : "blue",
                            i % 4 == 0 ? "yes" : "no"))
            .collect(Collectors.joining("\n"));
    table = Files.writeString(folder.resolve("people.csv"), "id,age,colour,bought\n" + rows + "\n");
  }

  @Test
  void aFirstLookLeadsToASchemaThatPrepareAccepts() throws IOException {
    Ended look =
        Cli.run(
            "profile",
            "--source",
            table.toString(),
            "--label",
            "bought",
            "--root",
            folder.toString(),
            "--output",
            "json");
    assertThat(look.exitCode()).as(look.err()).isZero();
    assertThat(look.json().path("rows").asLong()).isEqualTo(200);
    assertThat(look.json().path("page").asText())
        .isEqualTo(folder.resolve("profile/people/index.html").toString());
    assertThat(Cli.read(Path.of(look.json().path("schema").asText())))
        .contains(
            "{name: age, type: integer, missing: [\"?\"]}", "{name: id, type: integer, role: key}");

    Ended prepared =
        Cli.run(
            "prepare",
            "--config",
            pipeline(look.json().path("schema").asText(), "").toString(),
            "--output",
            "json");
    assertThat(prepared.exitCode()).as(prepared.err()).isZero();
    assertThat(prepared.manifest().at("/rows/rejected").asLong()).isZero();
  }

  @Test
  void thePageStandsForItselfAndEscapesTheTable() {
    Cli.run("profile", "--source", table.toString(), "--root", folder.toString());
    String page = Cli.read(folder.resolve("profile/people/index.html"));

    assertThat(page)
        .contains("&lt;b&gt;red&lt;/b&gt;", "seems to mean missing", "<svg", "66.5%")
        .doesNotContain("<b>red", "<script", "http:", "https:", "src=", "url(", "@import", "<link");
  }

  @Test
  void aCheckThatIsNotHeldEndsTheRunBeforeAnythingIsPrepared() throws IOException {
    Path config =
        pipeline(
            schema(),
            """
            checks:
              - {type: completeness, column: age, min: 0.99}
              - {type: rowCount, min: 500, severity: warning}
              - {type: change, metric: rowCount, tolerance: 0.1}
            """);
    Ended ended = Cli.run("run", "--config", config.toString(), "--output", "json");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.errors())
        .singleElement()
        .asString()
        .contains(
            "check 'completeness(age)': column 'age': 0.975000",
            "at least 0.990000",
            "profile/index.html");
    JsonNode manifest = ended.manifest();
    assertThat(manifest.path("status").asText()).isEqualTo("failed");
    assertThat(manifest.path("prepared").isNull()).isTrue();
    assertThat(manifest.at("/profile/checks"))
        .extracting(c -> c.path("passed").asBoolean())
        .containsExactly(false, false, true);
    assertThat(manifest.at("/warnings/0/code").asText()).isEqualTo("CHECK_NOT_HELD");
    Path run = Path.of(ended.json().path("manifest").asText()).resolveSibling("profile");
    assertThat(Stream.of("profile.json", "index.html", "schema.yaml").map(run::resolve))
        .allMatch(Files::exists);
    assertThat(Cli.read(run.resolve("index.html"))).contains(">failed<", ">warning<", ">passed<");
  }

  @Test
  void aRunThatOnlyProfilesIsCompleteAndNotGoneOnWith() throws IOException {
    Path config = pipeline(schema(), "");
    Ended profiled = Cli.run("profile", "--config", config.toString(), "--output", "json");

    assertThat(profiled.exitCode()).as(profiled.err()).isZero();
    assertThat(profiled.json().path("status").asText()).isEqualTo("profiled");
    assertThat(profiled.manifest().at("/profile/rows").asLong()).isEqualTo(200);
    assertThat(Cli.run("train", "--config", config.toString()).errors())
        .singleElement()
        .asString()
        .contains("no unfinished run");
  }

  @Test
  void whatANightPreparesStandsBesideItsProfile() throws IOException {
    Path config = pipeline(schema(), "");
    Ended profiled = night("profile", config);
    Ended prepared = night("prepare", config);

    assertThat(prepared.exitCode()).as(prepared.err()).isZero();
    assertThat(prepared.json().path("runId")).isEqualTo(profiled.json().path("runId"));
    assertThat(prepared.manifest().path("status").asText()).isEqualTo("prepared");
    assertThat(prepared.manifest().at("/profile/rows").asLong()).isEqualTo(200);
    assertThat(prepared.manifest().at("/stages"))
        .extracting(stage -> stage.path("name").asText())
        .startsWith("profile", "read");
    assertThat(attempt(night("prepare", config))).as("prepared already").isEqualTo(2);

    assertThat(attempt(night("profile", config))).isEqualTo(3);
    Ended other = night("prepare", config, "--set", "split.seed=2");
    assertThat(attempt(other)).as("another configuration").isEqualTo(4);
  }

  private static Ended night(String command, Path config, String... more) {
    return Cli.run(
        List.of(command, "--config", config.toString(), "--interval", "night", "--output", "json"),
        more);
  }

  private static int attempt(Ended ended) {
    return ended.manifest().at("/run/attempt").asInt();
  }

  @Test
  void changeIsMeasuredAgainstThePublishedRun() throws IOException {
    Path config = pipeline(schema(), "checks: [{type: change, metric: rowCount, tolerance: 0.1}]");
    Ended first = Cli.run("profile", "--config", config.toString(), "--output", "json");
    publish(first.json().path("runId").asText());
    List<String> lines = Files.readAllLines(table);
    Files.write(table, lines.subList(0, 101));

    Ended second = Cli.run("profile", "--config", config.toString());
    assertThat(second.exitCode()).isEqualTo(3);
    assertThat(second.errors())
        .singleElement()
        .asString()
        .contains(
            "rowCount was 200 and is 100, a change by 0.500000; declared is at most 0.100000");
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertThat(Cli.run("profile", "--source", table.toString()).errors())
        .singleElement()
        .asString()
        .contains("needs --root");
    assertThat(
            Cli.run(
                    "profile",
                    "--source",
                    table.toString(),
                    "--root",
                    folder.toString(),
                    "--label",
                    "sold")
                .errors())
        .singleElement()
        .asString()
        .contains("--label 'sold'", "it has id, age, colour, bought");
    assertThat(
            Cli.run(
                    "profile",
                    "--source",
                    table.toString(),
                    "--root",
                    folder.toString(),
                    "--set",
                    "split.seed=2")
                .errors())
        .singleElement()
        .asString()
        .contains("only source and profile can be set");
  }

  private String schema() throws IOException {
    return Files.writeString(
            folder.resolve("schema.yaml"),
            """
            table: people
            missing: ["?"]
            columns:
              - {name: id, type: integer, role: key}
              - {name: age, type: integer}
              - {name: colour, type: category}
              - {name: bought, type: category, role: label}
            """)
        .toString();
  }

  private Path pipeline(String schema, String more) throws IOException {
    return Files.writeString(
        folder.resolve("pipeline.yaml"),
        """
        pipeline: people
        root: ROOT
        source: {path: TABLE}
        schema: SCHEMA
        label: {column: bought}
        """
                .replace("ROOT", folder.toString())
                .replace("TABLE", table.toString())
                .replace("SCHEMA", schema)
            + more);
  }

  /** Moves the pointer, as publishing does. */
  private void publish(String run) throws IOException {
    Files.createDirectories(folder.resolve("current"));
    Files.write(
        folder.resolve("current/people.json"),
        Json.pretty(
            Map.of(
                "schemaVersion",
                1,
                "run",
                run,
                "path",
                "runs/" + run,
                "manifest",
                "runs/" + run + "/manifest.json",
                "publishedAt",
                "2026-11-22T01:00:00Z")));
  }
}
