package io.winnow.core.split;

import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitRatios;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.hash.Hash128;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to split, and configurations to split them by. */
final class SplitRows {
  /** A class or target, a number of time, a text of time. */
  static final RowLayout LAYOUT = new RowLayout(List.of("y", "hour"), List.of("day"), "day");

  private SplitRows() {}

  /** A row of a class, or of no class where that is NaN, with a key of its own. */
  static TypedRow row(double y, long key) {
    TypedRow row = new TypedRow(LAYOUT);
    row.numbers[0] = y;
    row.key = new Hash128(31, key);
    return row;
  }

  /** Rows of classes 0, 1, …: so many of each. */
  static List<TypedRow> classes(long... sizes) {
    List<TypedRow> rows = new ArrayList<>();
    for (int y = 0; y < sizes.length; y++) {
      for (long i = 0; i < sizes[y]; i++) {
        rows.add(row(y, rows.size()));
      }
    }
    return rows;
  }

  /** Rows of one group. */
  static List<TypedRow> group(long id, long... sizes) {
    List<TypedRow> rows = classes(sizes);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).key = new Hash128(1000 + id, i); // never the hash of a group
      rows.get(i).group = new Hash128(7, id);
    }
    return rows;
  }

  static SplitConfig config(SplitStrategy strategy, String ratios, long seed) {
    return config(strategy, ratios, seed, null, null, null);
  }

  static SplitConfig folds(int folds, int fold, String ratios) {
    return config(SplitStrategy.KFOLD, ratios, 3, null, folds, fold);
  }

  static SplitConfig time(String column, String ratios) {
    return config(SplitStrategy.TIME, ratios, 1, column, null, null);
  }

  private static SplitConfig config(
      SplitStrategy strategy,
      String ratios,
      long seed,
      @Nullable String column,
      @Nullable Integer folds,
      @Nullable Integer fold) {
    String[] shares = ratios.split("/", -1);
    SplitRatios exact =
        new SplitRatios(
            new BigDecimal(shares[0]), new BigDecimal(shares[1]), new BigDecimal(shares[2]));
    return new SplitConfig(strategy, exact, seed, column, folds, fold, 10);
  }

  /** Classes by the first number. */
  record Classes(int count) implements Strata {
    @Override
    public int of(TypedRow row) {
      return Double.isNaN(row.numbers[0]) ? -1 : (int) row.numbers[0];
    }
  }

  /** Splits as letters: r for train, v for validation, s for test, - for none. */
  static String letters(SplitAssignment assignment, List<TypedRow> rows) {
    StringBuilder letters = new StringBuilder();
    for (TypedRow row : rows) {
      letters.append(assignment.of(row).map(SplitRows::letter).orElse('-').charValue());
    }
    return letters.toString();
  }

  private static Character letter(Split split) {
    return switch (split) {
      case TRAIN -> 'r';
      case VALIDATION -> 'v';
      case TEST -> 's';
    };
  }
}
