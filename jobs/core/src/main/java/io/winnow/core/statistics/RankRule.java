package io.winnow.core.statistics;

import java.io.Serializable;

/** Which order statistics of a group are wanted, once it is known how many keys the group has. */
@FunctionalInterface
public interface RankRule extends Serializable {
  /**
   * The ranks wanted of one group.
   *
   * @param group the group, from 0
   * @param count how many keys the group has; may be 0
   * @return ranks from 0, ascending, each below count; may be empty, and may repeat a rank
   */
  long[] ranks(int group, long count);
}
