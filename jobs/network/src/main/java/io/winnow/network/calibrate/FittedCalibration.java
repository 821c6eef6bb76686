package io.winnow.network.calibrate;

import io.winnow.core.config.calibration.Calibration;
import io.winnow.core.config.calibration.Calibration.Coefficients;
import io.winnow.core.config.calibration.Calibration.Errors;
import io.winnow.core.config.calibration.Calibration.MeasuredNetwork;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The calibration that measurements yield. */
final class FittedCalibration {
  private static final double STEP = 0.01;

  private final List<Measurement> measurements;
  private final Coefficients coefficients;

  FittedCalibration(List<Measurement> measurements) {
    this.measurements = measurements;
    this.coefficients = CoefficientFit.of(of(Subject.Role.CALIBRATION));
  }

  Calibration calibration(String backend, Map<String, String> versions, String date) {
    double margin = margin();
    long marginBytes = marginBytes();
    return new Calibration(
        Calibration.SCHEMA_VERSION,
        backend,
        date,
        ThisMachine.description(),
        versions,
        new Calibration.Protocol(
            measurements.stream().mapToInt(each -> each.runs().size()).min().orElse(0),
            Growth.PASSES,
            Growth.PERIOD_MILLISECONDS,
            ProbeProcess.ENVIRONMENT,
            ProbeProcess.OPTIONS),
        coefficients,
        margin,
        marginBytes,
        errors(of(Subject.Role.CALIBRATION), margin, marginBytes),
        errors(of(Subject.Role.HELD_OUT), margin, marginBytes),
        measurements.stream().map(this::measured).toList());
  }

  private List<Measurement> of(Subject.Role role) {
    return measurements.stream()
        .filter(measurement -> measurement.subject().role() == role)
        .toList();
  }

  /** What the worst underestimate among the fitted networks asks for, in whole percents. */
  private double margin() {
    double worst =
        of(Subject.Role.CALIBRATION).stream()
            .mapToDouble(
                measurement ->
                    (double) measurement.bytes() / measurement.predicted(coefficients) - 1)
            .max()
            .orElse(0);
    return Math.max(0, Math.ceil(worst / STEP) * STEP);
  }

  /** By how much a single run of a fitted network exceeds what is predicted for it, at most. */
  private long marginBytes() {
    return of(Subject.Role.CALIBRATION).stream()
        .mapToLong(
            measurement ->
                Collections.max(measurement.runs()) - measurement.predicted(coefficients))
        .reduce(0, Math::max);
  }

  private Errors errors(List<Measurement> judged, double margin, long marginBytes) {
    long under =
        judged.stream()
            .filter(
                measurement ->
                    Calibration.withMargin(measurement.predicted(coefficients), margin, marginBytes)
                        < measurement.bytes())
            .count();
    return new Errors(
        judged.size(),
        sizes(judged).average().orElse(0),
        sizes(judged).max().orElse(0),
        judged.isEmpty() ? 0 : (double) under / judged.size());
  }

  private DoubleStream sizes(List<Measurement> judged) {
    return judged.stream().mapToDouble(measurement -> Math.abs(measurement.error(coefficients)));
  }

  private MeasuredNetwork measured(Measurement measurement) {
    return new MeasuredNetwork(
        measurement.subject().name(),
        switch (measurement.subject().role()) {
          case CALIBRATION -> "calibration";
          case HELD_OUT -> "heldOut";
        },
        measurement.subject().batch(),
        measurement.bytes(),
        measurement.runs(),
        measurement.predicted(coefficients),
        measurement.error(coefficients));
  }
}
