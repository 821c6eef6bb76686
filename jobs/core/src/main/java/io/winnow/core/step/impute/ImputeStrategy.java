package io.winnow.core.step.impute;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What fills a missing cell. */
@EnumNaming(CamelCaseStrategy.class)
public enum ImputeStrategy {
  /** Mean of the observed train values. */
  MEAN,
  /** Median of the observed train values. */
  MEDIAN,
  /** Most frequent train value; of several the smallest. */
  MODE,
  /** What a function of the other features, fitted on train, predicts. */
  REGRESSION,
  /** What the nearest train rows have there. */
  KNN,
  /** Whichever of these recovers hidden cells of train best. */
  AUTO,
  /** A declared value. */
  CONSTANT,
  /**
   * A value that tells missing cells apart from those that train observed: declared, or of a number
   * {@code min - max(1, max - min)}, and of a text {@code <missing>}, in as many more angle
   * brackets as it takes to be none of the texts of train. Sentinels have no part in how the column
   * is scaled.
   */
  SENTINEL,
  /** Nothing: the row is dropped, from every split. */
  DROP_ROW,
  /** Nothing: the missing cell is a category of its own. */
  NONE
}
