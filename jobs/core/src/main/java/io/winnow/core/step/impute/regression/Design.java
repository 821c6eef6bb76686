package io.winnow.core.step.impute.regression;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The predictors of a row as a vector, in the order of their names. Columns are looked up by name
 * once. A category that train does not have, or too rarely for a slot, is 0 in every slot.
 */
final class Design implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Integer> starts = new HashMap<>();
  private final TreeMap<String, Predictor> predictors;
  private final List<Part> parts = new ArrayList<>();
  private final int width;

  /** Writes one predictor. */
  @FunctionalInterface
  private interface Part extends Serializable {
    void write(TypedRow row, double[] vector);
  }

  Design(Map<String, Predictor> predictors, RowLayout layout) {
    this.predictors = new TreeMap<>(predictors);
    int next = 0;
    for (Map.Entry<String, Predictor> each : this.predictors.entrySet()) {
      starts.put(each.getKey(), next);
      parts.add(part(each.getKey(), each.getValue(), layout, next));
      next += each.getValue().width();
    }
    width = next;
  }

  private static Part part(String name, Predictor predictor, RowLayout layout, int start) {
    if (predictor instanceof Predictor.Categorical category) {
      return slots(layout.text(name), category, start);
    }
    Predictor.Numeric number = (Predictor.Numeric) predictor;
    int column = layout.number(name);
    double mean = number.mean();
    double deviation = number.standardDeviation();
    return (row, vector) -> {
      double value = row.numbers[column];
      vector[start] = Double.isNaN(value) ? 0 : (value - mean) / deviation;
    };
  }

  private static Part slots(int column, Predictor.Categorical category, int start) {
    HashMap<String, Integer> slots = new HashMap<>();
    category.categories().forEach(text -> slots.put(text, start + slots.size()));
    String mode = category.mode();
    return (row, vector) -> {
      String text = row.texts[column];
      Integer slot = slots.get(text == null ? mode : text);
      if (slot != null) {
        vector[slot] = 1;
      }
    };
  }

  int width() {
    return width;
  }

  /** The predictors of a row. */
  double[] vector(TypedRow row) {
    double[] vector = new double[width];
    for (Part part : parts) {
      part.write(row, vector);
    }
    return vector;
  }

  /** Elements that belong to a column: from the first to before the second. */
  int[] range(String column) {
    Integer start = starts.get(column);
    Predictor predictor = predictors.get(column);
    return start == null || predictor == null
        ? new int[] {0, 0}
        : new int[] {start, start + predictor.width()};
  }

  /**
   * An equation of its weights.
   *
   * @param weights of the vector without the elements of the target
   * @param factor that every weight is multiplied by
   */
  Equation equation(String target, double intercept, List<Double> weights, double factor) {
    Map<String, List<Double>> coefficients = new TreeMap<>();
    int next = 0;
    for (Map.Entry<String, Predictor> each : predictors.entrySet()) {
      if (!each.getKey().equals(target)) {
        int to = next + each.getValue().width();
        coefficients.put(
            each.getKey(),
            weights.subList(next, to).stream().map(weight -> weight * factor).toList());
        next = to;
      }
    }
    return new Equation(intercept, coefficients);
  }

  /** The weights of an equation by element; 0 where it has no coefficient. */
  double[] weights(Equation equation) {
    double[] weights = new double[width];
    equation
        .coefficients()
        .forEach(
            (name, coefficients) -> {
              int start = range(name)[0];
              for (int i = 0; i < coefficients.size(); i++) {
                weights[start + i] = coefficients.get(i);
              }
            });
    return weights;
  }
}
