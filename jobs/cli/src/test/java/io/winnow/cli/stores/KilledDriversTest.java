package io.winnow.cli.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.cli.Child;
import io.winnow.cli.Cli.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process of a run is killed, three times at different stages, and the run begun again. */
@Tag("long")
class KilledDriversTest {
  private static final List<String> STAGES = List.of("dedup", "fit", "model saved");

  @ParameterizedTest
  @EnumSource(Store.class)
  void theNextRunEndsAndReadersSeeWholeRuns(Store store) throws Exception {
    StoredRun stored = StoredRun.in(store, "killed");
    assertThat(stored.command("run", "--interval", "before").exitCode()).isZero();
    for (String stage : STAGES) {
      String interval = "killed-" + STAGES.indexOf(stage);
      Optional<String> before = stored.verifiedCurrent();
      kill(stored, interval, stage);
      assertThat(stored.verifiedCurrent()).isEqualTo(before);

      Ended again =
          stored.command(
              "run", "--interval", interval, "--set", "retention={keep: 1, unpublishedHours: 0}");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(stored.verifiedCurrent()).contains("walkthrough/" + interval + "/2");
      assertThat(stored.listed()).noneMatch(name -> name.contains(interval + "/1/"));
    }
  }

  private static void kill(StoredRun stored, String interval, String stage)
      throws IOException, InterruptedException {
    List<String> settings =
        stored.place().settings().entrySet().stream()
            .map(setting -> "-Dspark.hadoop." + setting.getKey() + "=" + setting.getValue())
            .toList();
    Process driver =
        Child.prepare(settings, Map.of(), stored.arguments("run", "--interval", interval)).start();
    try (BufferedReader lines = driver.errorReader()) {
      String line = lines.readLine();
      while (line != null && !line.startsWith(stage)) {
        line = lines.readLine();
      }
      assertThat(line).as("the run came to " + stage).isNotNull();
      driver.destroyForcibly();
    }
    assertThat(driver.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }
}
