package io.winnow.network.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.ConfigLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fresh measurements of the five reference networks against the delivered calibration. */
@Tag("long")
class MeasuredGrowthTest {
  private static final Path NETWORKS = Path.of("../../conf/networks");
  private static final long TOLERATED = 16_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reference-mlp",
        "reference-cnn",
        "reference-cnn-norm",
        "reference-lstm",
        "reference-conv"
      })
  void aProcessGrowsAsPredicted(String name) {
    Growth growth = ProbeProcess.measure(name, NETWORKS);
    Measurement measurement =
        Measurement.of(Subjects.named(name, NETWORKS), List.of(growth.bytes()));

    long predicted = measurement.predicted(ConfigLoader.loadCalibration().coefficients());

    assertThat(growth.collections()).isZero();
    assertThat(Math.abs(predicted - growth.bytes()))
        .as("%s grew by %,d, predicted %,d", name, growth.bytes(), predicted)
        .isLessThanOrEqualTo(Math.max(growth.bytes() / 20, TOLERATED));
  }
}
