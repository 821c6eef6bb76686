package io.winnow.train.feed;

import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Deals runs of ranks, which are numbers of type long, to the partitions in turn. */
final class RoundRobin extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int partitions;
  private final int run;

  /** Deals {@code run} successive ranks to one partition before it goes on to the next. */
  RoundRobin(int partitions, int run) {
    this.partitions = partitions;
    this.run = run;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object rank) {
    return (int) ((Long) rank / run % partitions);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RoundRobin same && same.partitions == partitions && same.run == run;
  }

  @Override
  public int hashCode() {
    return Objects.hash(partitions, run);
  }
}
