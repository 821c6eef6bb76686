package io.winnow.network.plan;

/**
 * How many replicas one device holds.
 *
 * <p>On a GPU of V bytes, with margin m and a context of ctx bytes for each JVM, a replica of w
 * bytes fits ⌊(V·(1−m) − ctx) ÷ w⌋ times in one JVM and ⌊V·(1−m) ÷ (ctx + w)⌋ times in JVMs of
 * their own. For an executor on the CPU, V is heap and everything beside it, ctx the JVM with its
 * heap and the state of the network as it arrives, and w has two copies of that state more, as it
 * is sent back.
 */
record Capacity(Device device, double margin) {
  /** Bytes that may be used. */
  long usable() {
    return (long) Math.floor(device.bytes() * (1 - margin));
  }

  /** Bytes that each JVM takes before its first worker. */
  long context(Replica replica) {
    return switch (device.kind()) {
      case GPU -> Assumptions.GPU_CONTEXT;
      case CPU -> Math.addExact(HostMemory.heap(0, replica), Assumptions.JVM);
    };
  }

  /** Bytes of a worker on the device. */
  long worker(Replica replica) {
    return switch (device.kind()) {
      case GPU -> replica.bytes();
      case CPU -> replica.bytes() + 2 * replica.state();
    };
  }

  boolean fits(int workers, Replica replica) {
    return inOneJvm(replica) >= workers;
  }

  long inOneJvm(Replica replica) {
    return Math.max(0, usable() - context(replica)) / worker(replica);
  }

  long inOwnJvms(Replica replica) {
    return usable() / (context(replica) + worker(replica));
  }
}
