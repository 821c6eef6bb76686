package io.winnow.network.estimate.workspace;

/**
 * When a workspace takes its size, and how much above what it has seen.
 *
 * @param cycles openings after which the size is taken; 0 for ND4J's {@code FIRST_LOOP}, which
 *     takes it after the first opening that allocated anything
 * @param overallocation share above the largest cycle, applied once
 */
public record LearningRule(int cycles, double overallocation) {
  static final int FIRST_LOOP = 0;
  private static final double ALL_LAYERS = 0.05;
  private static final double PER_LAYER = 0.02;

  /** The rule of workspaces that live through a whole pass, and of those of a recurrent loop. */
  public static LearningRule firstLoop() {
    return new LearningRule(FIRST_LOOP, ALL_LAYERS);
  }

  /** The rule of workspaces that are opened once per layer. */
  public static LearningRule overTime(int cycles) {
    return new LearningRule(cycles, PER_LAYER);
  }
}
