package io.winnow.network.estimate;

/** A number of elements and the bytes they take. */
public record MemorySize(long elements, long bytes) {
  static MemorySize of(long elements, DataType type) {
    return new MemorySize(elements, Math.multiplyExact(elements, (long) type.bytes()));
  }

  /** Bytes for a reader, in the largest unit that leaves 1 or more. */
  public static String readable(long bytes) {
    return EstimateTable.readable(bytes);
  }
}
