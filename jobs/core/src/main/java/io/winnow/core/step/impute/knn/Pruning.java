package io.winnow.core.step.impute.knn;

/**
 * Whether blocks are left out that are too far away to hold a neighbour. The result is the same; in
 * many dimensions without structure nearly no block is far enough, and looking costs more than it
 * saves.
 */
public enum Pruning {
  /** As long as a first part of the receivers shows that it pays. */
  WHERE_IT_PAYS,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER
}
