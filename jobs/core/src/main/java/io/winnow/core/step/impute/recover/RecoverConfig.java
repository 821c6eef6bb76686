package io.winnow.core.step.impute.recover;

/**
 * How strategies of imputation are compared.
 *
 * @param enabled whether all features are compared; otherwise those with strategy auto are
 * @param share of the observed cells that is hidden
 * @param maxCells cells hidden of a column, about; at most {@code maxCells / share} rows have any
 * @param margin by how much the score of a simpler strategy may be worse and still be taken
 */
public record RecoverConfig(boolean enabled, double share, int maxCells, double margin) {

  /** Rows that may have hidden cells. */
  int maxRows() {
    return (int) Math.ceil(maxCells / share);
  }
}
