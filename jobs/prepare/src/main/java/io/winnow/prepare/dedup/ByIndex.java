package io.winnow.prepare.dedup;

import org.apache.spark.Partitioner;

/** Sends what is keyed by the number of a partition there. */
final class ByIndex extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int partitions;

  ByIndex(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object index) {
    return (Integer) index;
  }
}
