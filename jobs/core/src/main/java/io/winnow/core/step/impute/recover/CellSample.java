package io.winnow.core.step.impute.recover;

import io.winnow.core.hash.Hash128;
import io.winnow.core.hash.SeededHash;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowStep;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Which cells are hidden. It depends on the seed, the column's name and the row's cells alone, so
 * that equal rows are hidden alike and cannot tell of each other.
 */
final class CellSample implements Serializable {
  private static final long serialVersionUID = 1L;

  /** "rows": the round by which rows are chosen, as names are those by which cells are. */
  private static final long ROWS = 0x726F7773L;

  private final long seed;
  private final double share;
  private final long lastRank;
  private final int[] numbers;
  private final long[] numberRounds;
  private final int[] texts;
  private final long[] textRounds;

  /**
   * A sample of the cells of columns.
   *
   * @param lastRank the greatest rank of a row that cells are hidden in
   */
  CellSample(
      long seed,
      double share,
      long lastRank,
      RowLayout layout,
      List<String> numeric,
      List<String> categorical) {
    this.seed = seed;
    this.share = share;
    this.lastRank = lastRank;
    numbers = numeric.stream().mapToInt(layout::number).toArray();
    numberRounds = numeric.stream().mapToLong(CellSample::round).toArray();
    texts = categorical.stream().mapToInt(layout::text).toArray();
    textRounds = categorical.stream().mapToLong(CellSample::round).toArray();
  }

  /** The first word of MurmurHash3 x64 128, seed 0, of the name in UTF-8. */
  private static long round(String name) {
    return MurmurHash3.hash128x64(name.getBytes(StandardCharsets.UTF_8))[0];
  }

  /** The place of a row in the order by which rows are chosen; a number to compare signed. */
  static long rank(long seed, Hash128 row) {
    return SeededHash.of(seed, ROWS, row) ^ Long.MIN_VALUE;
  }

  /** Whether cells of a row may be hidden. */
  boolean hasRow(TypedRow row) {
    return rank(seed, row.hash) <= lastRank;
  }

  /** Hides cells of a row; returns whether there was any to hide. */
  boolean hide(TypedRow row) {
    if (!hasRow(row)) {
      return false;
    }
    boolean hides = false;
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isNaN(row.numbers[numbers[i]]) && isChosen(numberRounds[i], row.hash)) {
        row.numbers[numbers[i]] = Double.NaN;
        hides = true;
      }
    }
    for (int i = 0; i < texts.length; i++) {
      if (row.texts[texts[i]] != null && isChosen(textRounds[i], row.hash)) {
        row.texts[texts[i]] = null;
        hides = true;
      }
    }
    return hides;
  }

  /** A step that hides cells. */
  RowStep hiding() {
    return (row, effects) -> {
      hide(row);
      return true;
    };
  }

  private boolean isChosen(long round, Hash128 row) {
    return (SeededHash.of(seed, round, row) >>> 11) * 0x1p-53 < share;
  }

  ColumnSet columns() {
    return ColumnSet.of(numbers, texts);
  }
}
