package io.winnow.core.metrics;

import java.io.Serial;
import java.io.Serializable;

/** The scores of one class, apart for the rows that are of it and the rest. 4 bytes a row. */
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

  /** Both sides in order; only if {@link #defined}. */
  ScoreWalk walk() {
    return new ScoreWalk(members.sorted(), others.sorted());
  }
}
