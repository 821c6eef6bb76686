package io.winnow.cli.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Cli.Ended;
import io.winnow.cli.stores.Faults.Failing;
import io.winnow.cli.stores.Faults.Kind;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One change of the store fails in the middle of a run: what readers follow stays whole, the next
 * run ends well, and retention clears what is left.
 */
class FaultsTest {
  private static final String RETENTION = "retention={keep: 1, unpublishedHours: 0}";

  /** The change that matters most, which is made. */
  @ParameterizedTest
  @EnumSource(Store.class)
  void atThePointer(Store store) throws IOException {
    StoredRun stored = StoredRun.in(store, "pointer");
    published(stored);
    survives(stored, "pointer", FaultsTest::isPointer, Kind.AFTER);
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  @Tag("long")
  void atEveryChange(Store store) throws IOException {
    StoredRun stored = StoredRun.in(store, "every");
    for (int change : IntStream.rangeClosed(1, published(stored)).toArray()) {
      for (Kind kind : Kind.values()) {
        survives(stored, "n" + change, (number, what) -> number == change, kind);
      }
    }
    nothingIsLeft(stored);
  }

  /** The number of changes that a run makes, which is published. */
  private static int published(StoredRun stored) throws IOException {
    Faults.arm(stored.root(), (number, change) -> false, Kind.BEFORE);
    Ended ended = run(stored, "first");
    List<String> changes = Faults.disarm();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(changes).hasSizeGreaterThan(20).anyMatch(change -> isPointer(0, change));
    return changes.size();
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
    assertThat(stored.verifiedCurrent()).as(what).isPresent();

    Ended again = run(stored, interval);
    assertThat(again.exitCode()).as(what + again.err()).isZero();
    assertThat(again.json().path("status").asText()).isIn("published", "unchanged");
    assertThat(stored.verifiedCurrent())
        .as(what)
        .get()
        .asString()
        .startsWith("walkthrough/" + interval + "/");
  }

  private static void nothingIsLeft(StoredRun stored) throws IOException {
    for (String interval : new String[] {"last", "very-last"}) {
      assertThat(run(stored, interval).exitCode()).isZero();
    }
    assertThat(stored.listed())
        .allMatch(
            name -> name.matches("current/walkthrough\\.json|runs/walkthrough/(very-)?last/.*"))
        .noneMatch(name -> name.contains("_temporary") || name.contains(".tmp"));
  }

  private static Ended run(StoredRun stored, String interval) {
    return stored.command("run", "--interval", interval, "--set", RETENTION);
  }
}
