package io.winnow.network.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.calibration.Calibration;
import io.winnow.network.estimate.ProcessFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FittedCalibrationTest {
  private static final long MIB = 1 << 20;

  @Test
  void coefficientsThatMadeTheMeasurementsAreFound() {
    List<Measurement> measurements = new ArrayList<>();
    measurements.add(fitted(100, 0, 0, 0));
    measurements.add(fitted(300, 40, 0, 0));
    measurements.add(fitted(50, 20, 200, 0));
    measurements.add(fitted(80, 0, 500, 1));
    measurements.add(fitted(60, 7, 900, 0));
    measurements.add(fitted(700, 5, 100, 2));

    Calibration calibration = calibration(measurements);

    assertThat(calibration.coefficients().processBytes()).isCloseTo(3 * MIB, within(8L));
    assertThat(calibration.coefficients().smallArrays()).isCloseTo(0.5, within(1e-6));
    assertThat(calibration.coefficients().loopBytes()).isCloseTo(7 * MIB, within(8L));
    assertThat(calibration.coefficients().loopStepBytes()).isCloseTo(1000, within(1L));
    assertThat(calibration.coefficients().samediffBytes()).isCloseTo(40 * MIB, within(8L));
    assertThat(calibration.margin()).isZero();
    assertThat(calibration.marginBytes()).isLessThan(8);
    assertThat(calibration.calibrated().worst()).isLessThan(1e-6);
  }

  @Test
  void heldOutNetworksDoNotChangeTheFitAndAreJudgedWithTheMargin() {
    List<Measurement> measurements = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      measurements.add(fitted(100L * i, (long) i * i % 7, 50L * (i - 1), i % 2));
    }
    Calibration alone = calibration(measurements);
    measurements.add(measurement(Subject.Role.HELD_OUT, 100, 0, 0, 0, 120 * MIB));
    measurements.add(measurement(Subject.Role.HELD_OUT, 100, 0, 0, 0, 103 * MIB));

    Calibration judged = calibration(measurements);

    assertThat(judged.coefficients()).isEqualTo(alone.coefficients());
    assertThat(judged.heldOut().networks()).isEqualTo(2);
    assertThat(judged.heldOut().worst()).isCloseTo(17.0 / 120, within(1e-4));
    assertThat(judged.heldOut().underestimated()).isEqualTo(0.5);
  }

  @Test
  void theMarginCoversTheLargestRunOfAFittedNetwork() {
    List<Measurement> measurements = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      measurements.add(fitted(100L * i, (long) i * i % 7, 50L * (i - 1), i % 2));
    }
    Measurement one = measurements.remove(2);
    measurements.add(
        new Measurement(
            one.subject(),
            one.features(),
            List.of(one.bytes(), one.bytes(), one.bytes() + 6 * MIB)));

    Calibration calibration = calibration(measurements);

    assertThat(calibration.marginBytes()).isCloseTo(6 * MIB, within(64L));
    assertThat(calibration.withMargin(100 * MIB)).isCloseTo(106 * MIB, within(64L));
  }

  @Test
  void theMedianOfTheRunsCountsAndArraysOutsideOfWorkspacesOfEveryPass() {
    Measurement measurement =
        new Measurement(
            subject(Subject.Role.CALIBRATION),
            new ProcessFeatures(100, 7, 0, 0, 0),
            List.of(900L, 150L, 160L));

    assertThat(measurement.bytes()).isEqualTo(160);
    assertThat(measurement.besideArrays()).isEqualTo(160 - 100 - 6 * 7);
  }

  private static Calibration calibration(List<Measurement> measurements) {
    return new FittedCalibration(measurements).calibration("cpu", Map.of(), "2026-11-23");
  }

  /** A network that grew as 3 MiB + 0.5 small arrays + 7 MiB + 1,000 bytes a step + 40 MiB say. */
  private static Measurement fitted(long arrays, long small, long steps, int samediff) {
    long beside = 3 * MIB + small * MIB / 2 + (samediff > 0 ? 40 * MIB : 0);
    beside += steps > 0 ? 7 * MIB + 1000 * steps : 0;
    return measurement(
        Subject.Role.CALIBRATION, arrays, small, steps, samediff, arrays * MIB + beside);
  }

  private static Measurement measurement(
      Subject.Role role, long arrays, long small, long steps, int samediff, long grown) {
    return new Measurement(
        subject(role),
        new ProcessFeatures(arrays * MIB, 0, small * MIB, steps, samediff),
        List.of(grown));
  }

  private static Subject subject(Subject.Role role) {
    Subject any = FittedNetworks.warmUp();
    return new Subject(any.name(), role, any.batch(), any.network());
  }
}
