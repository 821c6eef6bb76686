package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How rows are assigned to train, validation and test. */
@EnumNaming(CamelCaseStrategy.class)
public enum SplitStrategy {
  /** Exact quotas in every class, or in every quantile bin of a numeric target. */
  STRATIFIED,
  /** Exact quotas over all rows. */
  RANDOM,
  /** As a column of the table says. */
  COLUMN,
  /** By a hash of seed and row alone, so that no row moves when others come or go. */
  HASH,
  /** The oldest rows to train, the newest to test. */
  TIME,
  /** Whole groups, near to the quotas in every class. */
  GROUP,
  /** One of k equal folds is test, stratified. */
  KFOLD
}
