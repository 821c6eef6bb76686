package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli.Ended;
import io.winnow.core.config.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A driver is killed in the middle of a run, and the run is begun again. */
class KilledDriverTest {

  @Test
  void whatIsPublishedStaysAndTheNextAttemptEnds() throws IOException, InterruptedException {
    String published = DemoRun.pointer();
    Process driver =
        Child.start(
            "run",
            "--interval",
            "killed",
            "--config",
            Cli.example("demo"),
            "--root",
            DemoRun.ROOT.toString(),
            "--set",
            "source.path=" + DemoRun.TABLE);
    // Deduplicated rows mean that Spark is at work and nothing is complete yet.
    readUntil(driver, "dedup");
    driver.destroyForcibly();
    assertThat(driver.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(DemoRun.pointer()).isEqualTo(published);
    Path killed = DemoRun.ROOT.resolve("runs/demo/killed/1/manifest.json");
    JsonNode manifest = Json.MAPPER.readTree(Cli.read(killed));
    assertThat(manifest.path("status").asText()).isEqualTo("running");
    assertThat(manifest.path("exitCode").isNull()).isTrue();

    Ended again = DemoRun.command("run", "--interval", "killed");
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.json().path("runId").asText()).isEqualTo("demo/killed/2");
    assertThat(again.manifest().at("/prepared/contentHash"))
        .isEqualTo(DemoRun.ENDED.manifest().at("/prepared/contentHash"));
    assertThat(DemoRun.pointer()).contains("demo/killed/2");
  }

  private static void readUntil(Process process, String start) throws IOException {
    List<String> seen = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String line;
    do {
      line = lines.readLine();
      seen.add(line);
    } while (line != null && !line.startsWith(start));
    assertThat(line).as(() -> String.join("\n", seen)).isNotNull();
  }
}
