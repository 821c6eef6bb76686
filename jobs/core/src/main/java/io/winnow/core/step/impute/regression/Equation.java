package io.winnow.core.step.impute.regression;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A linear function of predictors.
 *
 * @param coefficients by predictor: one of a number, one per slot of a category
 */
public record Equation(double intercept, Map<String, List<Double>> coefficients)
    implements Serializable {

  /** Sorts the predictors by name. */
  public Equation {
    coefficients = new TreeMap<>(coefficients);
  }

  /** The function that has one value everywhere. */
  static Equation constant(double value) {
    return new Equation(value, Map.of());
  }
}
