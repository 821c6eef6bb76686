package io.winnow.network.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.calibration.Calibration;
import io.winnow.core.config.calibration.Calibration.MeasuredNetwork;
import io.winnow.network.estimate.ProcessFeatures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code conf/calibration/cpu.json} against what the estimator says today. Its measurements are the
 * oracle: an estimator that changes must stay as near to them, or be calibrated anew.
 */
class DeliveredCalibrationTest {
  private static final double MEAN = 0.05;
  private static final double WORST = 0.15;
  private static final double UNDERESTIMATED = 0.02;
  private static final long MEGABYTE = 1_000_000;
  private static final long TOLERATED = 16 * MEGABYTE;
  private static final int EARLIER_PASSES = 8;

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

  /** The five networks that the estimator is held to, by the median of five runs or more. */
  @Test
  void referencesArePredictedWithinFivePercentOrSixteenMegabytes() {
    assertThat(references())
        .extracting(MeasuredNetwork::name)
        .containsExactly(
            "reference-mlp",
            "reference-cnn",
            "reference-cnn-norm",
            "reference-lstm",
            "reference-conv");
    for (MeasuredNetwork network : references()) {
      assertThat(network.runs()).as(network.name()).hasSizeGreaterThanOrEqualTo(5);
      assertThat(Math.abs(network.predictedBytes() - network.measuredBytes()))
          .as(network.name())
          .isLessThanOrEqualTo(Math.max(network.measuredBytes() / 20, TOLERATED));
    }
  }

  /**
   * What processes with the reference networks grew by, in megabytes, where and before this
   * calibration was made: eight passes, a heap that is not touched beforehand.
   */
  @ParameterizedTest
  @CsvSource({
    "reference-mlp,77",
    "reference-cnn,115",
    "reference-cnn-norm,228",
    "reference-lstm,62",
    "reference-conv,5355"
  })
  void earlierMeasurementsArePredictedWithinFivePercentOrSixteenMegabytes(
      String name, long megabytes) {
    ProcessFeatures features =
        Measurement.of(Objects.requireNonNull(subjects.get(name)), List.of(1L)).features();
    long predicted =
        features.arrayBytes(EARLIER_PASSES) + features.besideArrays(calibration.coefficients());
    long measured = megabytes * MEGABYTE;

    assertThat(Math.abs(predicted - measured))
        .as("%s predicted %,d", name, predicted)
        .isLessThanOrEqualTo(Math.max(measured / 20, TOLERATED));
  }

  private List<MeasuredNetwork> references() {
    return calibration.networks().stream()
        .filter(network -> network.name().startsWith("reference-"))
        .toList();
  }
}
