package io.winnow.core.step.impute.regression;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How missing cells are predicted, where a column's strategy is {@code regression}.
 *
 * @param features predictors when {@code columns} is not given
 * @param columns names of the predictors
 * @param ridge weight of the squared coefficients, each times the standard deviation of its
 *     predictor, beside the squared error of a number in standard deviations or the log loss of a
 *     category
 * @param maxCategories the most frequent categories of a column that are predictors and classes
 * @param maxIterations of the fit of a category
 * @param tolerance of the fit of a category: how little its loss still improves when it is
 *     finished, as a share of the loss
 * @param maxRows train rows that a column is learnt from
 */
public record RegressionConfig(
    Features features,
    @Nullable List<String> columns,
    double ridge,
    int maxCategories,
    int maxIterations,
    double tolerance,
    int maxRows) {

  /** Features that are predictors. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Features {
    /** Numbers. */
    NUMERIC,
    /** Numbers and categories. */
    ALL
  }
}
