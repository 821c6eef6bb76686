package io.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.cli.Cli.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walk-through: 1,000 rows with five standardised features, Dense(10, relu) and Dense(1), Adam
 * on the squared error, 100 epochs of batches of 32, a fifth of the rows for validation.
 */
class WalkthroughTest {
  @TempDir private Path folder;

  @Test
  void aHundredEpochsLearnTheLinearTarget() {
    Path table = folder.resolve("table.csv");
    Cli.run("sample", "--table", "walkthrough", "--out", table.toString());
    Ended ended =
        Cli.run(
            "run",
            "--config",
            Cli.example("walkthrough"),
            "--set",
            "source.path=" + table,
            "--root",
            folder.resolve("root").toString(),
            "--output",
            "json");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode manifest = ended.manifest();
    assertThat(manifest.at("/features/count").asInt()).isEqualTo(5);
    assertThat(manifest.at("/split/rows/train").asInt()).isEqualTo(800);
    assertThat(manifest.at("/split/rows/validation").asInt()).isEqualTo(200);
    assertThat(manifest.at("/split/rows/test").asInt()).isZero();
    assertThat(manifest.at("/training/epochs")).hasSize(100);
    assertThat(manifest.at("/training/epochs/99/validation/mae").isNumber()).isTrue();
    assertThat(manifest.at("/metrics/test").isNull()).isTrue();
    assertThat(manifest.at("/warnings").findValuesAsText("code")).contains("NO_TEST_ROWS");
    // The target's deviation is about 4, that of its noise 0.5.
    assertThat(manifest.at("/metrics/validation/rmse").asDouble()).isBetween(0.4, 1.0);
    assertThat(manifest.at("/metrics/validation/mae").asDouble()).isBetween(0.3, 0.8);
  }
}
