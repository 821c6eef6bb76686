package io.winnow.network.calibrate;

import io.winnow.core.config.calibration.Calibration;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.ProcessFeatures;
import io.winnow.network.estimate.RunSetting;
import java.util.List;

/**
 * What was measured of one network.
 *
 * @param features that its growth is explained by
 * @param runs growth of each process in bytes
 */
record Measurement(Subject subject, ProcessFeatures features, List<Long> runs) {
  static Measurement of(Subject subject, List<Long> runs) {
    return new Measurement(
        subject,
        new Dl4jEstimator(subject.network(), RunSetting.defaults())
            .features(subject.batch(), DataType.FLOAT32),
        List.copyOf(runs));
  }

  /** Median of the runs, the lower one of two. */
  long bytes() {
    return runs.stream().sorted().toList().get((runs.size() - 1) / 2);
  }

  /** What the arrays of all passes leave of it. */
  long besideArrays() {
    return bytes() - features.arrayBytes(Growth.PASSES);
  }

  long predicted(Calibration.Coefficients coefficients) {
    return features.arrayBytes(Growth.PASSES) + features.besideArrays(coefficients);
  }

  /** Prediction over measurement, less 1. */
  double error(Calibration.Coefficients coefficients) {
    return (double) predicted(coefficients) / bytes() - 1;
  }
}
