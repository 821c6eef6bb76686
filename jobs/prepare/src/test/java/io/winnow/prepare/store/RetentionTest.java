package io.winnow.prepare.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.Json;
import io.winnow.core.config.RetentionConfig;
import io.winnow.core.manifest.CodeVersion;
import io.winnow.core.manifest.ConfigReport;
import io.winnow.core.manifest.ManifestDraft;
import io.winnow.core.manifest.RunReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.Seeds;
import io.winnow.core.manifest.SoftwareVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private final Instant now = Instant.now();

  @TempDir private Path folder;
  private RunStore store;

  @BeforeEach
  void open() {
    store = RunStore.open(folder.toString(), new Configuration());
  }

  @Test
  void keepsTheNewestPublishedRuns() {
    for (String day : List.of("3", "1", "4", "2")) {
      run("d" + day, RunStatus.PUBLISHED, "2026-11-0%sT04:00:00Z".formatted(day));
    }
    assertThat(clear(2, 48)).containsExactly("p/d2/1", "p/d1/1");
    assertThat(store.runs()).extracting(Run::id).containsExactlyInAnyOrder("p/d3/1", "p/d4/1");
    assertThat(folder.resolve("runs/p/d1")).doesNotExist();
  }

  @Test
  void tellsRunsOfOneSecondApart() {
    run("d1", RunStatus.PUBLISHED, "2026-11-01T04:00:00Z");
    run("d2", RunStatus.PUBLISHED, "2026-11-01T04:00:00.500Z");
    assertThat(clear(1, 48)).containsExactly("p/d1/1");
  }

  @Test
  void neverDeletesWhatReadersFollow() {
    run("d1", RunStatus.PUBLISHED, "2026-11-01T04:00:00Z");
    run("d2", RunStatus.PUBLISHED, "2026-11-02T04:00:00Z");
    run("d3", RunStatus.PUBLISHED, "2026-11-03T04:00:00Z");
    assertThat(clear(1, 0, "p/d1/1", "p/d2/1")).isEmpty();
  }

  @Test
  void deletesWhatWasNotPublishedOnceItIsQuiet() throws IOException {
    run("d1", RunStatus.RUNNING, null);
    run("d1", RunStatus.FAILED, "2026-11-01T04:00:00Z");
    Files.createDirectories(folder.resolve("runs/p/d1/3/prepared"));
    assertThat(clear(1, 48)).as("one may be about to write its first file").isEmpty();
    assertThat(clearAt(now.plus(Duration.ofHours(49)), 1, 48))
        .containsExactly("p/d1/1", "p/d1/2", "p/d1/3");
    assertThat(folder.resolve("runs/p/d1")).doesNotExist();
  }

  @Test
  void whatReadersNeverFollowedIsNoPublishedRun() {
    run("d1", RunStatus.PUBLISHED, "2026-11-01T04:00:00Z");
    Run died = unpointed("d2", RunStatus.PUBLISHED, "2026-11-02T04:00:00Z");
    assertThat(clear(1, 48)).as("it takes no place of the one that is kept").isEmpty();
    assertThat(clearAt(now.plus(Duration.ofHours(49)), 1, 48)).containsExactly(died.id());
  }

  @Test
  void aSpoiltManifestIsThatOfAnAttemptThatDied() {
    Run spoilt = run("d1", RunStatus.PUBLISHED, "2026-11-01T04:00:00Z");
    spoilt.write(Run.MANIFEST, "{".getBytes(UTF_8));
    run("d2", RunStatus.PUBLISHED, "2026-11-02T04:00:00Z");
    assertThat(clear(1, 48)).isEmpty();
    assertThat(clearAt(now.plus(Duration.ofHours(49)), 1, 48)).containsExactly(spoilt.id());
  }

  @Test
  void claimsWithoutAnAttemptGoToo() throws IOException {
    Run run = run("d1", RunStatus.PUBLISHED, "2026-11-01T04:00:00Z");
    assertThat(store.claim(run)).isEmpty();
    // What a retention leaves that ends between the two.
    run.delete(".");
    assertThat(folder.resolve("runs/p/d1/claims/1.json")).exists();
    assertThat(clear(1, 48)).isEmpty();
    assertThat(folder.resolve("runs/p/d1")).as("an attempt may be about to begin").exists();
    assertThat(clearAt(now.plus(Duration.ofHours(49)), 1, 48)).isEmpty();
    assertThat(folder.resolve("runs/p/d1")).doesNotExist();
  }

  @Test
  void aNumberThatWasClaimedIsNotGivenAgain() {
    Run first = run("d1", RunStatus.RUNNING, null);
    Run second = run("d1", RunStatus.PUBLISHED, "2026-11-01T04:00:00Z");
    assertThat(store.claim(second)).isEmpty();
    run("d2", RunStatus.PUBLISHED, "2026-11-02T04:00:00Z");
    assertThat(clear(1, 48)).containsExactly(second.id());
    assertThat(first.exists("manifest.json")).isTrue();
    assertThat(run("d1", RunStatus.RUNNING, null).attempt()).isEqualTo(3);
  }

  private List<String> clear(int keep, int hours, String... staying) {
    return clearAt(now, keep, hours, staying);
  }

  private List<String> clearAt(Instant now, int keep, int hours, String... staying) {
    return new Retention(store, new RetentionConfig(keep, hours), now).clear("p", Set.of(staying));
  }

  private Run run(String interval, RunStatus status, String finishedAt) {
    Run run = unpointed(interval, status, finishedAt);
    if (status == RunStatus.PUBLISHED) {
      run.write(Run.POINTED, new byte[0]);
    }
    return run;
  }

  private Run unpointed(String interval, RunStatus status, String finishedAt) {
    Run run = store.newAttempt("p", interval, taken -> manifest(taken, status, finishedAt));
    run.write("model/parameters.bin", "x".getBytes(UTF_8));
    return run;
  }

  private byte[] manifest(Run run, RunStatus status, String finishedAt) {
    ManifestDraft draft =
        new ManifestDraft(
            new RunReport(run.id(), "p", run.interval(), run.attempt(), now.toString(), null),
            new CodeVersion("1", null),
            new SoftwareVersions("17", "3.5.7", "3.3.4", "1", "1", "cpu"),
            new ConfigReport("0".repeat(64), Json.MAPPER.createObjectNode()),
            new Seeds(1, 1));
    if (finishedAt != null) {
      draft.end(status, 0, finishedAt);
    }
    return draft.manifest().toJson();
  }
}
