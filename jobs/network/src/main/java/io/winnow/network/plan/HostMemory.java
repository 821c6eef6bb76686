package io.winnow.network.plan;

/**
 * Memory of one executor, in bytes that are whole MiB.
 *
 * @param heap Spark, the arriving state of the network twice (fetched and as an array) and for each
 *     worker its own state twice (as an array and serialised); the shards of the data come on top
 * @param pinned memory that mirrors the workspaces of a GPU
 * @param overhead everything outside of the heap
 * @param offHeap part of the overhead that JavaCPP may allocate
 */
public record HostMemory(long heap, long pinned, long overhead, long offHeap) {
  private static final long MIB = 1L << 20;

  static HostMemory of(Capacity capacity, int workers, Replica replica) {
    long heap = heap(workers, replica);
    long pinned =
        switch (capacity.device().kind()) {
          case GPU -> workers * replica.workspaces();
          case CPU -> 0;
        };
    long overhead =
        switch (capacity.device().kind()) {
          case GPU -> {
            long copies = workers * (replica.state() + replica.minibatch());
            double needed = pinned + copies + Assumptions.JVM;
            yield up((long) Math.ceil(needed / (1 - capacity.margin())));
          }
          case CPU -> Math.max(0, capacity.device().bytes() / MIB * MIB - heap);
        };
    return new HostMemory(heap, pinned, overhead, Math.max(0, overhead - Assumptions.JVM));
  }

  static long heap(int workers, Replica replica) {
    return up(Assumptions.HEAP + 2L * (1 + workers) * replica.state());
  }

  /** Bytes rounded up to whole MiB. */
  static long up(long bytes) {
    return Math.addExact(bytes, MIB - 1) / MIB * MIB;
  }
}
