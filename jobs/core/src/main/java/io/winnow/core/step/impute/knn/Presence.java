package io.winnow.core.step.impute.knn;

/** How many donors of a block observe a column. */
enum Presence {
  NONE,
  SOME,
  ALL
}
