package io.winnow.core.sample;

import java.util.Arrays;

/**
 * What stands at each position of the demo table: exact numbers of each kind of row, at positions
 * drawn by chance.
 */
final class DemoPlan {
  private static final int STREAM = 1;

  /** Kinds of rows. */
  enum Kind {
    ORDINARY,
    MALFORMED,
    UNLABELLED,
    EXACT_DUPLICATE,
    NEAR_DUPLICATE
  }

  /**
   * One row.
   *
   * @param customer number of the customer it is about; duplicates share one
   */
  record PlannedRow(Kind kind, int customer) {}

  private final int[] shuffled;
  private final int exactDuplicates;
  private final int nearDuplicates;
  private final int malformed;
  private final int unlabelled;

  DemoPlan(int rows, long seed) {
    this.exactDuplicates = share(rows, 0.02);
    this.nearDuplicates = share(rows, 0.01);
    this.malformed = share(rows, 0.003);
    this.unlabelled = share(rows, 0.002);
    this.shuffled = new int[rows];
    Arrays.setAll(shuffled, i -> i);
    RowRandom random = new RowRandom(seed, STREAM, 0);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.below(i + 1);
      int swapped = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = swapped;
    }
  }

  /** The row at that position. */
  PlannedRow at(int position) {
    int number = shuffled[position];
    int customers = shuffled.length - exactDuplicates - nearDuplicates;
    int ordinary = malformed + unlabelled;
    if (number < malformed) {
      return new PlannedRow(Kind.MALFORMED, number);
    }
    if (number < ordinary) {
      return new PlannedRow(Kind.UNLABELLED, number);
    }
    if (number < customers) {
      return new PlannedRow(Kind.ORDINARY, number);
    }
    int copy = number - customers;
    if (copy < exactDuplicates) {
      // One copy in twenty repeats the first customers once more, so that some stand there thrice.
      int copied = exactDuplicates - exactDuplicates / 20;
      return new PlannedRow(Kind.EXACT_DUPLICATE, ordinary + copy % copied);
    }
    return new PlannedRow(Kind.NEAR_DUPLICATE, ordinary + copy);
  }

  private static int share(int rows, double share) {
    return (int) Math.round(rows * share);
  }
}
