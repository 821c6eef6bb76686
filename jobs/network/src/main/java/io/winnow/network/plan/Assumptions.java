package io.winnow.network.plan;

/** Figures that a plan rests on and that no formula gives. */
public final class Assumptions {
  /** Share of the memory that is left free unless told otherwise. */
  public static final double MARGIN = 0.1;

  /** Bytes of a CUDA context and its libraries, of one JVM; not measured. */
  static final long GPU_CONTEXT = 600L << 20;

  /** Heap of an executor or driver before any state of a network: Spark's own default. */
  static final long HEAP = 1L << 30;

  /** What a JVM takes outside of its heap: the least that Spark itself adds. */
  static final long JVM = 384L << 20;

  /** Results of one job that Spark's driver takes unless told otherwise. */
  static final long RESULTS = 1L << 30;

  private Assumptions() {}
}
