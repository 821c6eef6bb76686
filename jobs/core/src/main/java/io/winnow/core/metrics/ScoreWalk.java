package io.winnow.core.metrics;

import io.winnow.core.metrics.ScoreCurve.Bin;
import io.winnow.core.metrics.ScoreCurve.Threshold;
import io.winnow.core.statistics.ExactSum;
import java.util.ArrayList;
import java.util.List;

/** Walks down the scores of a class and of the rest, and notes what a curve is drawn from. */
final class ScoreWalk {
  private static final int BINS = 10;

  /** Rows whose every score stays a threshold; a picture does not show more. */
  private static final int UNTHINNED = 200;

  private static final double STEP = 0.01;

  private final float[] members;
  private final float[] others;

  /** Both in ascending order, neither empty. */
  ScoreWalk(float[] members, float[] others) {
    this.members = members;
    this.others = others;
  }

  /**
   * The area under the ROC curve: the share of the pairs (row of the class, other row) in which the
   * row of the class has the higher score, equal scores counted half. This is the statistic of Mann
   * and Whitney, which is the area under the curve that scikit-learn draws. The pairs are counted
   * in integers, so the order of the rows leaves no trace.
   */
  double area() {
    long halves = 0;
    int below = 0;
    int notAbove = 0;
    for (float score : members) {
      while (below < others.length && others[below] < score) {
        below++;
      }
      while (notAbove < others.length && others[notAbove] <= score) {
        notAbove++;
      }
      // Two halves for each lower score, one for each equal one.
      halves += (long) below + notAbove;
    }
    return halves / (2.0 * ((double) members.length * others.length));
  }

  /** The curve behind the area. */
  ScoreCurve curve(String label) {
    List<Threshold> kept = new ArrayList<>();
    ExactSum precision = new ExactSum();
    boolean isShort = members.length + (long) others.length <= UNTHINNED;
    Threshold before = new Threshold(Double.POSITIVE_INFINITY, 0, 0);
    Threshold last = before;
    while (before.members() < members.length || before.others() < others.length) {
      Threshold next = below(before);
      double recall = (double) (next.members() - before.members()) / members.length;
      precision.add(recall * next.members() / (next.members() + next.others()));
      if (isShort || isFar(last, next)) {
        kept.add(next);
        last = next;
      }
      before = next;
    }
    if (!last.equals(before)) {
      kept.add(before);
    }
    return new ScoreCurve(
        label,
        members.length,
        others.length,
        area(),
        precision.value(),
        List.copyOf(kept),
        calibration());
  }

  /** The next lower score, with all rows that have it. */
  private Threshold below(Threshold above) {
    int member = members.length - (int) above.members();
    int other = others.length - (int) above.others();
    float score =
        Math.max(
            member > 0 ? members[member - 1] : Float.NEGATIVE_INFINITY,
            other > 0 ? others[other - 1] : Float.NEGATIVE_INFINITY);
    while (member > 0 && members[member - 1] == score) {
      member--;
    }
    while (other > 0 && others[other - 1] == score) {
      other--;
    }
    return new Threshold(score, members.length - (long) member, others.length - (long) other);
  }

  private boolean isFar(Threshold last, Threshold next) {
    return next.members() - last.members() >= STEP * members.length
        || next.others() - last.others() >= STEP * others.length;
  }

  private List<Bin> calibration() {
    long[] inside = new long[BINS];
    long[] rows = new long[BINS];
    ExactSum[] scores = new ExactSum[BINS];
    for (int i = 0; i < BINS; i++) {
      scores[i] = new ExactSum();
    }
    for (float[] side : List.of(members, others)) {
      for (float score : side) {
        int bin = bin(score);
        rows[bin]++;
        scores[bin].add(score);
        if (side == members) {
          inside[bin]++;
        }
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (rows[i] > 0) {
        bins.add(
            new Bin(
                (double) i / BINS, (i + 1.0) / BINS, rows[i], scores[i].mean(rows[i]), inside[i]));
      }
    }
    return List.copyOf(bins);
  }

  /** Bounds belong to the bin below, as in scikit-learn. */
  private static int bin(float score) {
    int bin = 0;
    while (bin < BINS - 1 && score > (bin + 1.0) / BINS) {
      bin++;
    }
    return bin;
  }
}
