package io.winnow.core.step.impute.regression;

import io.winnow.core.manifest.Warning;

/** What a user should know of the regression that fills a column. */
final class RegressionWarnings {
  private RegressionWarnings() {}

  static Warning constant(String name, Object value) {
    return new Warning(
        "REGRESSION_CONSTANT",
        "column '%s': train observes '%s' only, so regression fills nothing else; name another strategy"
            .formatted(name, value));
  }

  static Warning noPredictor(String name) {
    return new Warning(
        "REGRESSION_NO_PREDICTOR",
        "column '%s': no other column varies in train, so regression fills one value; name another strategy"
            .formatted(name));
  }

  static Warning fewRows(String name, long rows, int width, double ridge) {
    return new Warning(
        "REGRESSION_FEW_ROWS",
        "column '%s': %d train rows have it, for %d predictors; name fewer in impute.regression.columns, or raise impute.regression.ridge=%s"
            .formatted(name, rows, width, ridge));
  }

  static Warning sampled(String name, long used, long rows, int most) {
    return new Warning(
        "REGRESSION_SAMPLED",
        "column '%s': %d of the %d train rows that have it were left out of its regression; raise impute.regression.maxRows=%d to fit it on more"
            .formatted(name, rows - used, rows, most));
  }

  static Warning unfinished(String name, int iterations, double ridge) {
    return new Warning(
        "REGRESSION_UNFINISHED",
        "column '%s': the fit was not finished after %d iterations; raise impute.regression.maxIterations or impute.regression.ridge=%s"
            .formatted(name, iterations, ridge));
  }
}
