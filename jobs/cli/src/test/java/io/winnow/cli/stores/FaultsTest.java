package io.winnow.cli.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import io.winnow.cli.stores.Faults.Failing;
import io.winnow.cli.stores.Faults.Kind;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.RunStatus;
import io.winnow.prepare.store.Checksums;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One change of the store fails in the middle of a run: what readers follow stays whole, the next
 * run ends well, and retention clears what is left.
 */
class FaultsTest {
  private static final int DEFAULT_LIMIT = 40;
  private static final long SEED = 1;
  private static final String RETENTION = "retention={keep: 1, unpublishedHours: 0}";

  /** The change that matters most, which is made. */
  @ParameterizedTest
  @EnumSource(Store.class)
  void atThePointer(Store store) throws IOException {
    StoredRun stored = StoredRun.in(store, "pointer");
    published(stored);
    survives(stored, "pointer", FaultsTest::isPointer, Kind.AFTER);
  }

  /**
   * Every write, rename and delete in turn, or so many of them as the property {@code test.faults}
   * says, evenly spread over the run.
   */
  @ParameterizedTest
  @EnumSource(Store.class)
  @Tag("long")
  void atEveryChange(Store store, TestReporter reporter) throws IOException {
    StoredRun stored = StoredRun.in(store, "every");
    List<Fault> all = faults(published(stored));
    int limit = Integer.getInteger("test.faults", DEFAULT_LIMIT);
    int stride = Math.max(1, (all.size() + limit - 1) / limit);
    int made = 0;
    for (int i = new Random(SEED).nextInt(stride); i < all.size(); i += stride) {
      Fault fault = all.get(i);
      survives(stored, "n" + fault.number(), (n, what) -> n == fault.number(), fault.kind());
      made++;
    }
    reporter.publishEntry(
        store + ": faults", "%d of %d, every %d.".formatted(made, all.size(), stride));
    nothingIsLeft(stored);
  }

  /** A change that fails, by its number. */
  private record Fault(int number, Kind kind) {}

  /** What is begun is no change that somebody may take for made. */
  private static List<Fault> faults(List<String> changes) {
    List<Fault> faults = new ArrayList<>();
    for (int number = 1; number <= changes.size(); number++) {
      String change = changes.get(number - 1);
      if (change.startsWith("create ")) {
        faults.add(new Fault(number, Kind.BEFORE));
      } else if (change.matches("(close|rename|delete) .*")) {
        faults.add(new Fault(number, Kind.BEFORE));
        faults.add(new Fault(number, Kind.AFTER));
      }
    }
    return faults;
  }

  /** The changes that a run makes, which is published. */
  private static List<String> published(StoredRun stored) throws IOException {
    Faults.arm(stored.root(), (number, change) -> false, Kind.BEFORE);
    Ended ended = run(stored, "first");
    List<String> changes = Faults.disarm();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(changes).hasSizeGreaterThan(20).anyMatch(change -> isPointer(0, change));
    assertThat(stored.verifiedCurrent()).isPresent();
    return changes;
  }

  private static boolean isPointer(int number, String change) {
    return change.matches("(rename|close) .*/current/walkthrough\\.json");
  }

  private static void survives(StoredRun stored, String name, Failing failing, Kind kind)
      throws IOException {
    String interval = kind + "-" + name;
    Faults.arm(stored.root(), failing, kind);
    Ended faulty = run(stored, interval);
    List<String> changes = Faults.disarm();
    String what = "%s of %d%n%s".formatted(interval, changes.size(), faulty.err());
    assertThat(wholeCurrent(stored)).as(what).isNotEmpty();

    Ended again = run(stored, interval);
    assertThat(again.exitCode()).as(what + again.err()).isZero();
    assertThat(again.json().path("status").asText()).isIn("published", "unchanged");
    assertThat(wholeCurrent(stored)).as(what).startsWith("walkthrough/" + interval + "/");
  }

  /** Id of the run that readers follow, every file of which is as its checksum says. */
  private static String wholeCurrent(StoredRun stored) {
    Run run =
        RunStore.open(stored.root(), stored.place().configuration())
            .published("walkthrough")
            .orElseThrow();
    assertThat(Checksums.read(run).compare(Checksums.of(run))).isEmpty();
    assertThat(Manifest.read(run.read("manifest.json")).status()).isEqualTo(RunStatus.PUBLISHED);
    return run.id();
  }

  private static void nothingIsLeft(StoredRun stored) throws IOException {
    for (String interval : new String[] {"last", "very-last"}) {
      assertThat(run(stored, interval).exitCode()).isZero();
    }
    assertThat(stored.verifiedCurrent()).contains("walkthrough/very-last/1");
    assertThat(stored.listed())
        .allMatch(
            name -> name.matches("current/walkthrough\\.json|runs/walkthrough/(very-)?last/.*"))
        .noneMatch(name -> name.contains("_temporary") || name.contains(".tmp"));
  }

  private static Ended run(StoredRun stored, String interval) {
    return stored.command("run", "--interval", interval, "--set", RETENTION);
  }
}
