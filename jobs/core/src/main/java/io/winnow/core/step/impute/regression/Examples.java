package io.winnow.core.step.impute.regression;

import io.winnow.core.library.ExampleReader;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Examples of one target: rows that have its cell, without the predictors made of it. */
final class Examples implements ExampleReader {
  private static final long serialVersionUID = 1L;

  private final Design design;
  private final int[] own;
  private final Cell target;

  /** The target's cell as a number; NaN when nothing is learnt from it. */
  @FunctionalInterface
  private interface Cell extends Serializable {
    double of(TypedRow row);
  }

  private Examples(Design design, String name, Cell target) {
    this.design = design;
    own = design.range(name);
    this.target = target;
  }

  /** Examples of a number, by its mean and standard deviation. */
  static Examples number(
      Design design, RowLayout layout, String name, double mean, double deviation) {
    int column = layout.number(name);
    return new Examples(design, name, row -> (row.numbers[column] - mean) / deviation);
  }

  /** Examples of some categories. */
  static Examples category(Design design, RowLayout layout, String name, List<String> classes) {
    int column = layout.text(name);
    HashMap<String, Double> numbers = new HashMap<>();
    classes.forEach(text -> numbers.put(text, (double) numbers.size()));
    return new Examples(
        design,
        name,
        row -> {
          String text = row.texts[column];
          Double number = text == null ? null : numbers.get(text);
          return number == null ? Double.NaN : number;
        });
  }

  /** Elements of a vector. */
  int width() {
    return design.width() - (own[1] - own[0]);
  }

  @Override
  public double target(TypedRow row) {
    return target.of(row);
  }

  @Override
  public double @Nullable [] vector(TypedRow row) {
    if (Double.isNaN(target(row))) {
      return null;
    }
    double[] all = design.vector(row);
    double[] others = new double[width()];
    System.arraycopy(all, 0, others, 0, own[0]);
    System.arraycopy(all, own[1], others, own[0], all.length - own[1]);
    return others;
  }
}
