package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a run is published, repeated, or refused because the published one is better. */
class PublicationTest {

  @Test
  void theSameRunAgainChangesNothing() throws IOException {
    Ended first = DemoRun.command("run", "--interval", "again");
    assertThat(first.exitCode()).as(first.err()).isZero();
    Ended again = DemoRun.command("run", "--interval", "again");
    assertThat(again.exitCode()).isZero();
    assertThat(again.json().path("status").asText()).isEqualTo("unchanged");
    assertThat(again.json().path("runId").asText()).isEqualTo("demo/again/1");
    assertThat(again.manifest()).isEqualTo(first.manifest());
    assertThat(again.err()).contains("--force");
    assertThat(attempts("again")).containsExactly("1", "claims");

    Ended changed = DemoRun.command("run", "--interval", "again", "--set", "split.seed=2");
    assertThat(changed.exitCode()).isEqualTo(2);
    assertThat(changed.errors())
        .containsExactly(
            "error: --interval 'again': is published as run 'demo/again/1' from another"
                + " configuration; --force publishes it anew");

    Ended forced =
        DemoRun.command(
            "run", "--interval", "again", "--force", "--set", "training.warmStart=published");
    assertThat(forced.err()).contains("parameters begin with those of demo/again/1");
    assertThat(forced.json().path("runId").asText()).isEqualTo("demo/again/2");
    assertThat(forced.json().path("status").asText()).isEqualTo("published");
  }

  @Test
  void aModelThatIsWorseThanThePublishedOneIsRefused() {
    Ended before = DemoRun.command("run", "--interval", "better");
    assertThat(before.exitCode()).as(before.err()).isZero();
    String pointer = DemoRun.pointer();

    Ended worse =
        DemoRun.command(
            "run",
            "--interval",
            "worse",
            "--set",
            "training.updater.learningRate=0.0000001",
            "--set",
            "gates={rocAuc: {tolerance: 0.01}}");
    assertThat(worse.exitCode()).as(worse.err()).isEqualTo(6);
    assertThat(worse.errors())
        .singleElement()
        .asString()
        .contains("gates.rocAuc.tolerance", "is below min", "published model");
    assertThat(DemoRun.pointer()).isEqualTo(pointer);
    JsonNode metrics = worse.manifest().path("metrics");
    assertThat(metrics.at("/current/run").asText()).isEqualTo("demo/better/1");
    // The same rows, prepared in the same way.
    assertThat(metrics.at("/current/test")).isEqualTo(before.manifest().at("/metrics/test"));
    assertThat(worse.manifest().at("/gates/0/min").asDouble())
        .isEqualTo(before.manifest().at("/metrics/test/rocAuc").asDouble() - 0.01);
  }

  @Test
  void aModelIsComparedOnItsOwnTestRows() {
    assertThat(DemoRun.command("run", "--interval", "before").exitCode()).isZero();
    Ended other =
        DemoRun.command(
            "run",
            "--interval",
            "other",
            "--set",
            "split.seed=7",
            "--set",
            "gates={rocAuc: {tolerance: 1}, accuracy: {min: 0.1, tolerance: 1}}");
    assertThat(other.exitCode()).as(other.err()).isZero();
    JsonNode metrics = other.manifest().path("metrics");
    assertThat(metrics.at("/current/test/rows")).isEqualTo(metrics.at("/test/rows"));
    assertThat(metrics.at("/current/test/perClass/yes/support"))
        .isEqualTo(metrics.at("/test/perClass/yes/support"));
    assertThat(metrics.at("/current/test/rocAuc").asDouble()).isBetween(0.55, 1.0);
    assertThat(other.manifest().path("gates"))
        .extracting(gate -> gate.path("name").asText())
        .containsExactlyInAnyOrder("rocAuc.tolerance", "accuracy", "accuracy.tolerance");
  }

  private static List<String> attempts(String interval) throws IOException {
    try (Stream<java.nio.file.Path> folders =
        Files.list(DemoRun.ROOT.resolve("runs/demo/" + interval))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }
}
