package io.winnow.prepare.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
  @TempDir Path folder;

  @Test
  void givesEveryAttemptItsOwnFolder() {
    RunStore store = open(folder);
    Run first = attempt(store);
    Run second = attempt(store);
    assertThat(List.of(first.id(), second.id())).containsExactly("p/day/1", "p/day/2");
    assertThat(store.attempts("p", "day")).extracting(Run::attempt).containsExactly(2, 1);
    assertThat(first.path("report")).isEqualTo(folder.resolve("runs/p/day/1/report").toString());
  }

  @Test
  void neverGivesAnAttemptTwice() {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 40).parallel().forEach(i -> ids.add(attempt(open(folder)).id()));
    assertThat(ids).hasSize(40);
  }

  @Test
  void replacesFilesWithoutLeavingAnythingBeside() throws IOException {
    Run run = attempt(open(folder));
    run.write("report/metrics.json", "old".getBytes(UTF_8));
    run.write("report/metrics.json", "new".getBytes(UTF_8));
    assertThat(run.read("report/metrics.json")).isEqualTo("new".getBytes(UTF_8));
    try (var files = Files.list(folder.resolve("runs/p/day/1/report"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("metrics.json");
    }
  }

  @Test
  void listsTheFilesOfARunWithoutThoseThatAreNoPartOfIt() throws IOException {
    Run run = attempt(open(folder));
    Path there = Path.of(run.path());
    for (String name :
        List.of(
            "model/bundle.json",
            "prepared/test/part 1.parquet",
            "prepared/test/_SUCCESS",
            "prepared/test/.part.crc",
            "prepared/_temporary/0/part.parquet",
            "report/index.html.123.tmp")) {
      Files.createDirectories(there.resolve(name).getParent());
      Files.writeString(there.resolve(name), name);
    }

    assertThat(run.files())
        .containsExactly("manifest.json", "model/bundle.json", "prepared/test/part 1.parquet");
    assertThat(Checksums.of(run).byPath().get("model/bundle.json").sha256())
        .isEqualTo(DigestUtils.sha256Hex("model/bundle.json"));
  }

  @Test
  void listsAllRunsByPipelineIntervalAndAttempt() throws IOException {
    RunStore store = open(folder);
    assertThat(store.runs()).isEmpty();
    for (int i = 0; i < 10; i++) {
      attempt(store);
    }
    store.newAttempt("a", "day", run -> "{}".getBytes(UTF_8));
    Files.createDirectories(folder.resolve("runs/p/day/99"));

    assertThat(store.runs())
        .extracting(Run::id)
        .startsWith("a/day/1", "p/day/1", "p/day/2")
        .endsWith("p/day/9", "p/day/10")
        .hasSize(11);
  }

  @Test
  void movesThePointer() throws IOException {
    RunStore store = open(folder);
    assertThat(store.pointed("p")).isEmpty();
    assertThat(store.point(attempt(store), "{}".getBytes(UTF_8))).isTrue();
    assertThat(store.pointed("p")).hasValueSatisfying(json -> assertThat(json).hasSize(2));
    assertThat(folder.resolve("current/p.json")).hasContent("{}");
  }

  @Test
  void ofAttemptsAtWorkAtOnceOneClaimsTheInterval() {
    RunStore store = open(folder);
    List<Run> runs = IntStream.range(0, 12).mapToObj(i -> attempt(store)).toList();
    List<Optional<String>> first =
        runs.parallelStream().map(run -> open(folder).claim(run)).toList();
    assertThat(first.stream().filter(Optional::isEmpty)).hasSize(1);
    String winner = runs.get(first.indexOf(Optional.empty())).id();
    assertThat(runs)
        .filteredOn(run -> !run.id().equals(winner))
        .allSatisfy(run -> assertThat(store.claim(run)).contains(winner));
    assertThat(store.claim(store.find(winner))).as("it may be published again").isEmpty();
  }

  @Test
  void aClaimHoldsNobodyBackWhoBeginsLater() {
    RunStore store = open(folder);
    Run first = attempt(store);
    Run second = attempt(store);
    assertThat(store.claim(second)).isEmpty();
    assertThat(store.claim(first)).contains(second.id());
    assertThat(store.claim(attempt(store))).isEmpty();
  }

  @Test
  void aClaimIsWorthNothingOnceALaterAttemptHasOne() {
    RunStore store = open(folder);
    Run first = attempt(store);
    assertThat(store.claim(first)).isEmpty();
    Run second = attempt(store);
    assertThat(store.claim(second)).isEmpty();
    assertThat(store.claim(first)).contains(second.id());
  }

  @Test
  void aPointerToARunThatIsGoneIsNamed() throws IOException {
    RunStore store = open(folder);
    store.point(attempt(store), "{\"run\": \"p/day/7\"}".getBytes(UTF_8));
    assertThatThrownBy(() -> store.published("p"))
        .isInstanceOf(WinnowException.class)
        .hasMessage("current/p.json: run 'p/day/7' is not there; publish another run");
  }

  @Test
  void findsARunByItsId() {
    RunStore store = open(folder);
    attempt(store);
    assertThat(store.find("p/day/1").attempt()).isEqualTo(1);
    assertThatThrownBy(() -> store.find("p/day/2"))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("--run 'p/day/2': no such run below");
  }

  @Test
  void namesARootThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> attempt(open(file.resolve("below"))))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("root: '")
        .hasMessageContaining("cannot be written")
        .hasMessageNotContaining("\n");
  }

  private static RunStore open(Path root) {
    return RunStore.open(root.toString(), new Configuration());
  }

  private static Run attempt(RunStore store) {
    return store.newAttempt("p", "day", run -> run.id().getBytes(UTF_8));
  }
}
