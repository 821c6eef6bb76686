package io.winnow.network.calibrate;

import io.winnow.core.config.calibration.Calibration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures networks in processes of their own, fits the coefficients of a {@link Calibration} to
 * one part of them and judges the fit by the other part.
 */
public final class Calibrator {
  private final Path published;
  private final int runs;
  private final Consumer<String> progress;
  private String backend = "cpu";

  /**
   * A calibrator.
   *
   * @param published folder of the published networks, {@code conf/networks}
   * @param runs processes for each network
   * @param progress told of every network
   */
  public Calibrator(Path published, int runs, Consumer<String> progress) {
    this.published = published;
    this.runs = runs;
    this.progress = progress;
  }

  /**
   * Measures and fits; takes some seconds for each process.
   *
   * @param versions of the software, by name
   * @param date of the measurement, {@code 2026-11-23}
   */
  public Calibration calibrate(Map<String, String> versions, String date) {
    List<Measurement> measurements = new ArrayList<>();
    List<Subject> subjects = Subjects.all(published);
    for (Subject subject : subjects) {
      String place = "%d of %d".formatted(measurements.size() + 1, subjects.size());
      measurements.add(measured(subject, place));
    }
    return new FittedCalibration(measurements).calibration(backend, versions, date);
  }

  private Measurement measured(Subject subject, String place) {
    List<Long> grown = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Growth growth = ProbeProcess.measure(subject.name(), published);
      backend = growth.backend();
      grown.add(growth.bytes());
    }
    Measurement measurement = Measurement.of(subject, grown);
    progress.accept(
        "%s (%s): grows by %,d bytes, of them arrays %,d; runs %s"
            .formatted(
                subject.name(),
                place,
                measurement.bytes(),
                measurement.bytes() - measurement.besideArrays(),
                grown));
    return measurement;
  }
}
