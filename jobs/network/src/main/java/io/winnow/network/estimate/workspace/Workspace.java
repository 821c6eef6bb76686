package io.winnow.network.estimate.workspace;

/**
 * One of ND4J's workspaces, without its memory: arrays are counted, and the size follows the counts
 * as {@code org.nd4j.linalg.api.memory.abstracts.Nd4jWorkspace} of 1.0.0-M2.1 lets it.
 *
 * <p>Every array takes a multiple of 32 bytes. When a cycle, from opening to closing, needed more
 * than the workspace has, the workspace is allocated anew with the size of the largest cycle; the
 * over-allocation is added the first time only.
 */
public final class Workspace {
  /** Bytes that ND4J adds to every allocated workspace. */
  public static final long SAFETY_BYTES = 1024;

  private static final long ALIGNMENT = 32;

  private final String name;
  private final LearningRule rule;
  private boolean open;
  private boolean overallocated;
  private int cycles;
  private long cycle;
  private long lastCycle;
  private long maxCycle;
  private long size;

  /** A workspace that nothing was allocated in. */
  public Workspace(String name, LearningRule rule) {
    this.name = name;
    this.rule = rule;
  }

  /** The name that Deeplearning4j gives it. */
  public String name() {
    return name;
  }

  /**
   * Bytes it holds between cycles, as ND4J's {@code getCurrentSize()} tells them after as many
   * passes as it needs to learn its size.
   */
  public long size() {
    return size == 0 ? maxCycle + (long) (maxCycle * rule.overallocation()) : size;
  }

  /** Bytes it takes of the process: its size, and the safety margin where it has any. */
  public long bytes() {
    return maxCycle == 0 ? 0 : size() + SAFETY_BYTES;
  }

  /** Bytes of its largest cycle: what is ever written to, and so resident. */
  public long touchedBytes() {
    return maxCycle;
  }

  /** Bytes allocated since it was opened. */
  public long cycle() {
    return cycle;
  }

  /** Bytes of the cycle that ended last. */
  public long lastCycle() {
    return lastCycle;
  }

  /** Whether its arrays are allocated one by one, since it has no memory of its own yet. */
  boolean isLearning() {
    return size == 0;
  }

  /** Whether a cycle is under way. */
  public boolean isOpen() {
    return open;
  }

  void open() {
    open = true;
    cycle = 0;
  }

  void allocate(long bytes) {
    cycle = Math.addExact(cycle, aligned(bytes));
  }

  static long aligned(long bytes) {
    return Math.multiplyExact(Math.addExact(bytes, ALIGNMENT - 1) / ALIGNMENT, ALIGNMENT);
  }

  void close() {
    open = false;
    cycles++;
    maxCycle = Math.max(maxCycle, cycle);
    if (maxCycle > 0 && (learned() || (size > 0 && cycle > 0))) {
      fit();
    }
    lastCycle = cycle;
    cycle = 0;
  }

  private boolean learned() {
    return rule.cycles() == LearningRule.FIRST_LOOP ? size == 0 : cycles == rule.cycles();
  }

  private void fit() {
    if (size > 0 && size >= maxCycle) {
      return;
    }
    size = maxCycle;
    if (!overallocated) {
      size += (long) (size * rule.overallocation());
      overallocated = true;
    }
  }
}
