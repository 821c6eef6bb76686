package io.winnow.network.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.calibration.Calibration;
import io.winnow.core.config.calibration.Calibration.MeasuredNetwork;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code conf/calibration/cpu.json} against what the estimator says today. Its measurements are the
 * oracle: an estimator that changes must stay as near to them, or be calibrated anew.
 */
class DeliveredCalibrationTest {
  private static final double MEAN = 0.05;
  private static final double WORST = 0.15;
  private static final double UNDERESTIMATED = 0.02;
  private static final long TOLERATED = 16_000_000;

  private final Calibration calibration = ConfigLoader.loadCalibration();
  private final Map<String, Subject> subjects =
      Subjects.all(Path.of("../../conf/networks")).stream()
          .collect(Collectors.toMap(Subject::name, subject -> subject));

  @Test
  void heldOutNetworksArePredictedWithinTheLimits() {
    assertThat(calibration.heldOut().networks()).isGreaterThan(10);
    assertThat(calibration.heldOut().mean()).isLessThanOrEqualTo(MEAN);
    assertThat(calibration.heldOut().worst()).isLessThanOrEqualTo(WORST);
    assertThat(calibration.heldOut().underestimated()).isLessThanOrEqualTo(UNDERESTIMATED);
  }

  @Test
  void everyMeasuredNetworkIsPredictedAsTheFileSays() {
    assertThat(calibration.networks())
        .extracting(MeasuredNetwork::name)
        .hasSizeGreaterThan(25)
        .isSubsetOf(subjects.keySet());
    for (MeasuredNetwork network : calibration.networks()) {
      Measurement today = Measurement.of(subjects.get(network.name()), network.runs());

      assertThat(today.bytes()).as(network.name()).isEqualTo(network.measuredBytes());
      assertThat((double) today.predicted(calibration.coefficients()))
          .as(network.name())
          .isCloseTo((double) network.predictedBytes(), within(0.001 * network.predictedBytes()));
    }
  }

  @Test
  void familiesArePredictedWithinFivePercentOrSixteenMegabytes() {
    Map<String, Long> off = new TreeMap<>();
    for (MeasuredNetwork network : calibration.networks()) {
      if (Set.of("mlp", "cnn", "cnnNorm", "lstm", "conv").contains(network.name())) {
        long error = Math.abs(network.predictedBytes() - network.measuredBytes());
        assertThat(error)
            .as(network.name())
            .isLessThanOrEqualTo(Math.max(network.measuredBytes() / 20, TOLERATED));
        off.put(network.name(), error);
      }
    }
    assertThat(off).hasSizeGreaterThan(3);
  }
}
