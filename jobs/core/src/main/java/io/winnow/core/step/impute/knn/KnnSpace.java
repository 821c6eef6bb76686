package io.winnow.core.step.impute.knn;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns that neighbours are found by and filled in, and with them the distance.
 *
 * <p>With D columns in the distance, of which both rows observe the set P, the squared distance of
 * rows a and b is
 *
 * <pre>d²(a, b) = D/|P| · Σ over c in P of m(a_c, b_c)</pre>
 *
 * where m is {@link Measure#DIFFERENCE} or {@link Measure#OVERLAP}; two rows without a column in
 * common have no distance. For numbers this is the NaN-Euclidean distance (J. K. Dixon, "Pattern
 * recognition with partly missing data", IEEE Trans. SMC 9(10), 1979; scikit-learn's {@code
 * nan_euclidean_distances}); overlap beside scaled differences is HEOM (D. R. Wilson and T. R.
 * Martinez, "Improved heterogeneous distance functions", JAIR 6, 1997), whose distance of 1 for a
 * missing cell is replaced by the factor D/|P|. Differences are formed cell by cell, never as a² −
 * 2ab + b², which loses small distances between large numbers.
 *
 * <p>Columns are kept by measure and name, whatever order they are given in, and summed in that
 * order.
 */
public final class KnnSpace implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double SLACK = 1e-12;

  private final KnnColumn[] columns;
  private final int[] compared;
  private final int[] filled;
  private final double[] inverseScales;
  private final boolean[] isOverlap;

  /** A space of these columns. */
  public KnnSpace(List<KnnColumn> columns) {
    this.columns =
        columns.stream()
            .sorted(Comparator.comparing(KnnColumn::measure).thenComparing(KnnColumn::name))
            .toArray(KnnColumn[]::new);
    int size = this.columns.length;
    compared = IntStream.range(0, size).filter(c -> column(c).isCompared()).toArray();
    filled = IntStream.range(0, size).filter(c -> column(c).isFilled()).toArray();
    inverseScales = IntStream.range(0, size).mapToDouble(c -> 1 / column(c).scale()).toArray();
    isOverlap = new boolean[size];
    for (int c = 0; c < size; c++) {
      isOverlap[c] = column(c).measure() == Measure.OVERLAP;
    }
  }

  /** All columns, in the order in which points hold their cells. */
  public List<KnnColumn> columns() {
    return List.of(columns);
  }

  /** How many columns points have. */
  public int size() {
    return columns.length;
  }

  /** How many columns take part in the distance: D. */
  public int dimensions() {
    return compared.length;
  }

  KnnColumn column(int index) {
    return columns[index];
  }

  /** Indices of the columns in the distance, ascending. */
  int[] compared() {
    return compared;
  }

  /** Indices of the columns that are filled, ascending. */
  int[] filled() {
    return filled;
  }

  double inverseScale(int column) {
    return inverseScales[column];
  }

  boolean isOverlap(int column) {
    return isOverlap[column];
  }

  /**
   * D/|P| · Σ. Multiplied first: equal sums of whole numbers then give equal squares, whatever |P|
   * they were formed over. NaN, which is no distance, when |P| = 0.
   */
  double square(double sum, int common) {
    return sum * compared.length / common;
  }

  /**
   * A sum beyond which the square is larger than a limit for every |P| up to that one; roundings
   * are allowed for, so a smaller square may also lie beyond the limit.
   */
  double sumWithin(double limit, int mostCommon) {
    return limit * mostCommon / compared.length * (1 + SLACK) + Double.MIN_NORMAL;
  }
}
