package io.winnow.core.statistics;

import java.io.Serial;
import java.io.Serializable;

/**
 * An estimate of how many different hashes were seen, in 16 KiB whatever their number.
 *
 * <p>Flajolet et al., <i>HyperLogLog</i>, 2007, with the estimator of O. Ertl, <i>New cardinality
 * estimation algorithms for HyperLogLog sketches</i>, 2017 (algorithm 6), which needs no tables of
 * corrections. With 2¹⁴ registers the standard error is 1.04 / √2¹⁴ = 0.8 %.
 *
 * <p>A register holds a maximum and the estimate is computed from the counts of equal registers, so
 * the answer does not depend on the order of the hashes or on how they were partitioned.
 */
public final class HyperLogLog implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final int INDEX_BITS = 14;
  private static final int REGISTERS = 1 << INDEX_BITS;
  private static final int RANKS = Long.SIZE - INDEX_BITS;

  /** α∞ = 1 / (2 ln 2). */
  private static final double ALPHA = 0.5 / Math.log(2);

  private final byte[] registers = new byte[REGISTERS];

  /** Adds a value by its hash, all of whose 64 bits must be well mixed. */
  public void add(long hash) {
    int register = (int) (hash >>> RANKS);
    int rank = Math.min(Long.numberOfLeadingZeros(hash << INDEX_BITS), RANKS) + 1;
    if (rank > registers[register]) {
      registers[register] = (byte) rank;
    }
  }

  /** Adds all that the other has seen; the other one is left as it is. */
  public void merge(HyperLogLog other) {
    for (int i = 0; i < REGISTERS; i++) {
      if (other.registers[i] > registers[i]) {
        registers[i] = other.registers[i];
      }
    }
  }

  /** The estimate, rounded to a whole number. */
  public long estimate() {
    int[] counts = new int[RANKS + 2];
    for (byte rank : registers) {
      counts[rank]++;
    }
    double z = REGISTERS * tau(1 - counts[RANKS + 1] / (double) REGISTERS);
    for (int rank = RANKS; rank >= 1; rank--) {
      z = 0.5 * (z + counts[rank]);
    }
    z += REGISTERS * sigma(counts[0] / (double) REGISTERS);
    return Math.round(ALPHA * REGISTERS * REGISTERS / z);
  }

  /** What empty registers add: x + Σ x^(2^k) · 2^(k−1). */
  private static double sigma(double x) {
    if (x == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double power = x;
    double weight = 1;
    double sum = x;
    double before;
    do {
      power *= power;
      before = sum;
      sum += power * weight;
      weight += weight;
    } while (sum != before);
    return sum;
  }

  /** What full registers add: (1 − x − Σ (1 − x^(2^−k))² · 2^−k) / 3. */
  private static double tau(double x) {
    if (x == 0 || x == 1) {
      return 0;
    }
    double root = x;
    double weight = 1;
    double sum = 1 - x;
    double before;
    do {
      root = Math.sqrt(root);
      before = sum;
      weight *= 0.5;
      sum -= (1 - root) * (1 - root) * weight;
    } while (sum != before);
    return sum / 3;
  }
}
