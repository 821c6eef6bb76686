package io.winnow.network.calibrate;

import io.winnow.core.config.calibration.Calibration;
import java.util.List;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Least squares over relative errors: every network is divided by what it grew, so that a large one
 * does not outweigh the others. No coefficient is below 0.
 */
final class CoefficientFit {
  private CoefficientFit() {}

  static Calibration.Coefficients of(List<Measurement> measurements) {
    double[] response = new double[measurements.size()];
    double[][] regressors = new double[measurements.size()][];
    for (int i = 0; i < response.length; i++) {
      Measurement measurement = measurements.get(i);
      double grown = measurement.bytes();
      response[i] = measurement.besideArrays() / grown;
      regressors[i] =
          new double[] {
            1 / grown,
            measurement.features().smallArrayBytes() / grown,
            (measurement.features().loopSteps() > 0 ? 1 : 0) / grown,
            measurement.features().loopSteps() / grown,
            (measurement.features().samediffLayers() > 0 ? 1 : 0) / grown
          };
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.setNoIntercept(true);
    regression.newSampleData(response, regressors);
    double[] found = regression.estimateRegressionParameters();
    return new Calibration.Coefficients(
        whole(found[0]), Math.max(0, found[1]), whole(found[2]), whole(found[3]), whole(found[4]));
  }

  private static long whole(double coefficient) {
    return Math.max(0, Math.round(coefficient));
  }
}
