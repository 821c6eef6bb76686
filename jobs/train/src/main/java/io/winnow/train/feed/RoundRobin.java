package io.winnow.train.feed;

import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Deals ranks, which are numbers of type long, to the shards in turn. */
final class RoundRobin extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int shards;

  RoundRobin(int shards) {
    this.shards = shards;
  }

  @Override
  public int numPartitions() {
    return shards;
  }

  @Override
  public int getPartition(Object rank) {
    return (int) ((Long) rank % shards);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RoundRobin same && same.shards == shards;
  }

  @Override
  public int hashCode() {
    return Objects.hash(shards);
  }
}
