package io.winnow.core.step.impute.regression;

import io.winnow.core.hash.SeededHash;
import io.winnow.core.library.ExampleReader;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Examples of one target: rows that have its cell, without the predictors made of it. Of very many,
 * those whose keys come first in a seeded order, which depends on the set of rows alone.
 */
final class Examples implements ExampleReader {
  private static final long serialVersionUID = 1L;

  /** "regr": the round by which rows are chosen. */
  private static final long ROWS = 0x72656772L;

  /** The greatest rank there is, unsigned. */
  private static final long LAST = -1;

  private final Design design;
  private final String name;
  private final int[] own;
  private final Cell target;
  private final ColumnSet columns;
  private final List<String> classes;
  private final long seed;
  private final long lastRank;

  /** The target's cell as a number; NaN when nothing is learnt from it. */
  @FunctionalInterface
  private interface Cell extends Serializable {
    double of(TypedRow row);
  }

  private Examples(
      Design design,
      String name,
      Cell target,
      ColumnSet columns,
      List<String> classes,
      long seed,
      long lastRank) {
    this.design = design;
    this.name = name;
    own = design.range(name);
    this.target = target;
    this.columns = columns;
    this.classes = classes;
    this.seed = seed;
    this.lastRank = lastRank;
  }

  /** Examples of a number, by its mean and standard deviation. */
  static Examples number(
      Design design, RowLayout layout, String name, double mean, double deviation) {
    int column = layout.number(name);
    return new Examples(
        design,
        name,
        row -> (row.numbers[column] - mean) / deviation,
        ColumnSet.of(new int[] {column}, new int[0]),
        List.of(),
        0,
        LAST);
  }

  /** Examples of some categories. */
  static Examples category(Design design, RowLayout layout, String name, List<String> classes) {
    return new Examples(
        design,
        name,
        index(layout.text(name), classes),
        ColumnSet.of(new int[0], new int[] {layout.text(name)}),
        classes,
        0,
        LAST);
  }

  private static Cell index(int column, List<String> classes) {
    HashMap<String, Double> numbers = new HashMap<>();
    classes.forEach(text -> numbers.put(text, (double) numbers.size()));
    return row -> {
      String text = row.texts[column];
      Double number = text == null ? null : numbers.get(text);
      return number == null ? Double.NaN : number;
    };
  }

  /** Only those of rows whose rank is at most this, unsigned. */
  Examples upTo(long rank, long ofSeed) {
    return new Examples(design, name, target, columns, classes, ofSeed, rank);
  }

  /** Only those of these categories. */
  Examples of(RowLayout layout, List<String> some) {
    return category(design, layout, name, some).upTo(lastRank, seed);
  }

  /** The place of a row in the order by which rows are chosen, to be compared unsigned. */
  static long rank(long seed, TypedRow row) {
    return SeededHash.of(seed, ROWS, row.key);
  }

  /** Elements of a vector. */
  int width() {
    return design.width() - (own[1] - own[0]);
  }

  /** Name of the target. */
  String name() {
    return name;
  }

  /** Whether the target is a number, not a category. */
  boolean isNumber() {
    return classes.isEmpty();
  }

  /** Categories by target; none of a number. */
  List<String> classes() {
    return classes;
  }

  /** Columns that tell whether a row is an example. */
  ColumnSet columns() {
    return columns;
  }

  /** Whether a row is one. */
  boolean has(TypedRow row) {
    return !Double.isNaN(target(row));
  }

  @Override
  public double target(TypedRow row) {
    double found = target.of(row);
    return lastRank == LAST
            || Double.isNaN(found)
            || Long.compareUnsigned(rank(seed, row), lastRank) <= 0
        ? found
        : Double.NaN;
  }

  @Override
  public double @Nullable [] vector(TypedRow row) {
    if (!has(row)) {
      return null;
    }
    double[] all = design.vector(row);
    double[] others = new double[width()];
    System.arraycopy(all, 0, others, 0, own[0]);
    System.arraycopy(all, own[1], others, own[0], all.length - own[1]);
    return others;
  }
}
