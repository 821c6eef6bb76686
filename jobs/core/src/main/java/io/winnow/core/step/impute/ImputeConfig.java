package io.winnow.core.step.impute;

import io.winnow.core.step.impute.knn.KnnConfig;
import io.winnow.core.step.impute.knn.KnnFeatures;
import io.winnow.core.step.impute.recover.RecoverConfig;
import io.winnow.core.step.impute.regression.RegressionConfig;
import io.winnow.core.step.impute.regression.RegressionFeatures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What fills missing cells.
 *
 * @param numeric strategy of numeric features not named
 * @param categorical strategy of categorical features not named
 * @param indicator whether numeric features that are filled get a feature that says where, unless
 *     their column says otherwise
 * @param columns strategies by column name
 * @param knn how neighbours are found, for {@link ImputeStrategy#KNN}
 * @param regression how cells are predicted, for {@link ImputeStrategy#REGRESSION}
 * @param recover how strategies are compared, for {@link ImputeStrategy#AUTO}
 */
public record ImputeConfig(
    ImputeStrategy numeric,
    ImputeStrategy categorical,
    boolean indicator,
    Map<String, ColumnImpute> columns,
    KnnConfig knn,
    RegressionConfig regression,
    RecoverConfig recover) {

  /**
   * Strategy of one column.
   *
   * @param value for {@link ImputeStrategy#CONSTANT}, and optional for {@link
   *     ImputeStrategy#SENTINEL}: a number or a text
   * @param indicator whether there is a feature that is 1 where the cell was missing; null for the
   *     default
   */
  public record ColumnImpute(
      ImputeStrategy strategy, @Nullable String value, @Nullable Boolean indicator) {

    /** Whether missing cells become cells like any others. */
    public boolean fills() {
      return strategy != ImputeStrategy.DROP_ROW && strategy != ImputeStrategy.NONE;
    }
  }

  /** Strategy of a numeric column. */
  public ColumnImpute number(String column) {
    return columns.getOrDefault(column, new ColumnImpute(numeric, null, null));
  }

  /** Strategy of a categorical column. */
  public ColumnImpute category(String column) {
    return columns.getOrDefault(column, new ColumnImpute(categorical, null, null));
  }

  /** Whether strategies are compared on a numeric column. */
  public boolean comparesNumber(String column) {
    return recover.enabled() || number(column).strategy() == ImputeStrategy.AUTO;
  }

  /** Whether strategies are compared on a categorical column. */
  public boolean comparesCategory(String column) {
    return recover.enabled() || category(column).strategy() == ImputeStrategy.AUTO;
  }

  /** This configuration with other strategies, by column name. */
  public ImputeConfig with(Map<String, ImputeStrategy> strategies) {
    Map<String, ColumnImpute> all = new TreeMap<>(columns);
    strategies.forEach(
        (name, strategy) -> {
          ColumnImpute own = columns.get(name);
          all.put(name, new ColumnImpute(strategy, null, own == null ? null : own.indicator()));
        });
    return new ImputeConfig(numeric, categorical, indicator, all, knn, regression, recover);
  }

  /** Whether a numeric column gets an indicator where train has missing cells. */
  public boolean marksNumber(String column) {
    ColumnImpute own = number(column);
    return own.fills() && (own.indicator() == null ? indicator : own.indicator());
  }

  /** Whether a categorical column gets an indicator where train has missing cells. */
  public boolean marksCategory(String column) {
    ColumnImpute own = category(column);
    return own.fills() && Boolean.TRUE.equals(own.indicator());
  }

  /**
   * Features that neighbours fill, and those that they may be found by.
   *
   * @param numbers names of all numeric features
   * @param categories names of all categorical features
   */
  public KnnFeatures knnFeatures(List<String> numbers, List<String> categories) {
    return new KnnFeatures(filledBy(ImputeStrategy.KNN, numbers, categories), numbers, categories);
  }

  /**
   * Features that regression fills, and those that it may predict them from.
   *
   * @param numbers names of all numeric features
   * @param categories names of all categorical features
   */
  public RegressionFeatures regressionFeatures(List<String> numbers, List<String> categories) {
    return new RegressionFeatures(
        filledBy(ImputeStrategy.REGRESSION, numbers, categories), numbers, categories);
  }

  private Set<String> filledBy(
      ImputeStrategy strategy, List<String> numbers, List<String> categories) {
    return Stream.concat(
            numbers.stream().filter(name -> number(name).strategy() == strategy),
            categories.stream().filter(name -> category(name).strategy() == strategy))
        .collect(Collectors.toSet());
  }
}
