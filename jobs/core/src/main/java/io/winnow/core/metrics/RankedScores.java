package io.winnow.core.metrics;

import java.io.Serial;
import java.io.Serializable;

/**
 * The scores of one class, apart for the rows that are of it and the rest, and the area under their
 * ROC curve.
 *
 * <p>The area is the share of the pairs (row of the class, other row) in which the row of the class
 * has the higher score, equal scores counted half: the statistic of Mann and Whitney, which is the
 * area under the curve that scikit-learn draws. The pairs are counted in integers, so the order of
 * the rows leaves no trace. 4 bytes a row.
 */
final class RankedScores implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final FloatColumn members = new FloatColumn();
  private final FloatColumn others = new FloatColumn();

  void addMember(float score) {
    members.add(score);
  }

  void addOther(float score) {
    others.add(score);
  }

  void merge(RankedScores other) {
    members.addAll(other.members);
    others.addAll(other.others);
  }

  /** Whether there are rows on both sides, without which there is no curve. */
  boolean defined() {
    return members.size() > 0 && others.size() > 0;
  }

  /** The area under the curve; defined only if {@link #defined}. */
  double area() {
    float[] low = others.sorted();
    long halves = 0;
    int below = 0;
    int notAbove = 0;
    for (float score : members.sorted()) {
      while (below < low.length && low[below] < score) {
        below++;
      }
      while (notAbove < low.length && low[notAbove] <= score) {
        notAbove++;
      }
      // Two halves for each lower score, one for each equal one.
      halves += (long) below + notAbove;
    }
    return halves / (2.0 * ((double) members.size() * low.length));
  }
}
