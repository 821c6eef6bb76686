package io.winnow.core.dedup;

import java.io.Serializable;

/**
 * How a MinHash signature is cut: two sets become candidates when they agree in all rows of at
 * least one band (Indyk and Motwani 1998; Leskovec, Rajaraman and Ullman, Mining of Massive
 * Datasets, 3.4).
 */
public record Banding(int bands, int rows) implements Serializable {

  /**
   * Probability that two sets of Jaccard similarity s become candidates: 1 − (1 − sʳ)ᵇ.
   *
   * @param similarity s, from 0 to 1
   */
  public double recall(double similarity) {
    // By logarithms, since (1 − sʳ)ᵇ loses its digits next to 1.
    return -Math.expm1(bands * Math.log1p(-Math.pow(similarity, rows)));
  }

  /** Rows of the whole signature. */
  public int signature() {
    return Math.multiplyExact(bands, rows);
  }

  /**
   * The fewest bands of so many rows that reach a recall at a similarity.
   *
   * @throws ArithmeticException when they are beyond the range of int
   */
  static Banding reaching(double recall, double similarity, int rows) {
    double needed = Math.log1p(-recall) / Math.log1p(-Math.pow(similarity, rows));
    int bands = Math.max(1, Math.toIntExact(Math.round(Math.ceil(needed))));
    // The quotient may miss a whole number by its last digit.
    while (new Banding(bands, rows).recall(similarity) < recall) {
      bands++;
    }
    return new Banding(bands, rows);
  }
}
