package io.winnow.core.step.impute.regression;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the cells that a row lacks, in two moves, so that only observed cells predict: {@link
 * #predict} before any cell of the row is filled, {@link #fill} afterwards.
 */
public final class RegressionStep implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Design design;
  private final int[] numbers;
  private final int[] texts;
  private final List<Predicted> targets = new ArrayList<>();

  /**
   * One target.
   *
   * @param number its column, or −1
   * @param text its column, or −1
   * @param lines one, or one per class
   * @param classes none of a number
   */
  private record Predicted(
      String name,
      int number,
      int text,
      List<Weights> lines,
      List<String> classes,
      double min,
      double max)
      implements Serializable {
    boolean isMissing(TypedRow row) {
      return number >= 0 ? Double.isNaN(row.numbers[number]) : row.texts[text] == null;
    }

    /** The number, or the index of the class. */
    double of(double[] vector) {
      if (number >= 0) {
        return Math.min(max, Math.max(min, lines.get(0).of(vector)));
      }
      int best = 0;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < lines.size(); i++) {
        double value = lines.get(i).of(vector);
        if (value > greatest) {
          best = i;
          greatest = value;
        }
      }
      return best;
    }
  }

  /** A linear function by element. */
  private static final class Weights implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double intercept;
    private final double[] weights;

    Weights(Design design, Equation equation) {
      intercept = equation.intercept();
      weights = design.weights(equation);
    }

    double of(double[] vector) {
      double sum = intercept;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * vector[i];
      }
      return sum;
    }
  }

  /** A step for rows of that layout. */
  public RegressionStep(FittedRegression fitted, RowLayout layout) {
    design = new Design(fitted.predictors(), layout);
    for (Map.Entry<String, Target> each : fitted.targets().entrySet()) {
      targets.add(predicted(each.getKey(), each.getValue(), layout));
    }
    numbers = fitted.columns().mapToInt(layout::number).toArray();
    texts = fitted.columns().mapToInt(layout::text).toArray();
  }

  private Predicted predicted(String name, Target target, RowLayout layout) {
    if (target instanceof Target.Categorical category) {
      return new Predicted(
          name,
          -1,
          layout.text(name),
          category.classes().values().stream().map(line -> new Weights(design, line)).toList(),
          List.copyOf(category.classes().keySet()),
          0,
          0);
    }
    Target.Numeric number = (Target.Numeric) target;
    return new Predicted(
        name,
        layout.number(name),
        -1,
        List.of(new Weights(design, number.equation())),
        List.of(),
        number.min(),
        number.max());
  }

  /** Columns that it looks at or fills. */
  public ColumnSet columns() {
    return ColumnSet.of(numbers, texts);
  }

  /** What {@link #fill} is to put into the cells that the row lacks; null when it lacks none. */
  public double @Nullable [] predict(TypedRow row) {
    double[] found = null;
    double[] vector = null;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).isMissing(row)) {
        if (found == null || vector == null) {
          found = new double[targets.size()];
          vector = design.vector(row);
        }
        found[i] = targets.get(i).of(vector);
      }
    }
    return found;
  }

  /** Fills the cells that the row lacks. */
  public void fill(TypedRow row, double[] predicted, CellEffects effects) {
    for (int i = 0; i < predicted.length; i++) {
      Predicted target = targets.get(i);
      if (target.isMissing(row)) {
        if (target.number >= 0) {
          row.numbers[target.number] = predicted[i];
        } else {
          row.texts[target.text] = target.classes.get((int) predicted[i]);
        }
        effects.count(Effect.IMPUTED, target.name);
      }
    }
  }
}
