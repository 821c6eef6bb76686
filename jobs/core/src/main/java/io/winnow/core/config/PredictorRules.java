package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.impute.knn.KnnFeatures;
import io.winnow.core.step.impute.regression.RegressionFeatures;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds between imputation from other features, by knn or regression, and these features. */
final class PredictorRules {
  private final String file;
  private final ImputeConfig impute;
  private final List<String> numbers;
  private final List<String> categories;

  private PredictorRules(String file, ImputeConfig impute, TableSchema table) {
    this.file = file;
    this.impute = impute;
    List<ColumnSchema> features =
        table.columns().stream().filter(column -> column.role() == Role.FEATURE).toList();
    numbers = features.stream().filter(ColumnSchema::isNumeric).map(ColumnSchema::name).toList();
    categories =
        features.stream().filter(column -> !column.isNumeric()).map(ColumnSchema::name).toList();
  }

  static void check(String file, ImputeConfig impute, TableSchema table) {
    PredictorRules rules = new PredictorRules(file, impute, table);
    KnnFeatures knn = impute.knnFeatures(rules.numbers, rules.categories);
    rules.check(
        "knn",
        "to find neighbours by",
        impute.knn().columns(),
        knn.targets(),
        knn.compared(impute.knn()));
    RegressionFeatures regression = impute.regressionFeatures(rules.numbers, rules.categories);
    rules.check(
        "regression",
        "to predict from",
        impute.regression().columns(),
        regression.targets(),
        regression.predictors(impute.regression()));
  }

  /**
   * Checks one strategy.
   *
   * @param use what it needs other features for
   * @param columns as configured
   * @param predictors those that it takes
   */
  private void check(
      String strategy,
      String use,
      @Nullable List<String> columns,
      Set<String> targets,
      List<String> predictors) {
    if (columns != null) {
      checkColumns(strategy, columns, targets);
    }
    for (String name : targets) {
      if (predictors.stream().allMatch(name::equals)) {
        throw WinnowException.usage(
            "%s: impute.columns.%s: '%s' has no other feature %s; add to impute.%s.columns or set impute.%s.features=all"
                .formatted(file, name, strategy, use, strategy, strategy));
      }
    }
  }

  private void checkColumns(String strategy, List<String> columns, Set<String> targets) {
    boolean isTried =
        numbers.stream().anyMatch(impute::comparesNumber)
            || categories.stream().anyMatch(impute::comparesCategory);
    if (targets.isEmpty() && !isTried) {
      throw refused(
          strategy,
          String.join(", ", columns),
          "is only for strategies %s and auto and for impute.recover.enabled=true"
              .formatted(strategy));
    }
    columns.stream()
        .filter(name -> Stream.of(numbers, categories).noneMatch(names -> names.contains(name)))
        .findFirst()
        .ifPresent(
            name -> {
              throw refused(strategy, name, "is not a feature of the schema");
            });
  }

  private WinnowException refused(String strategy, String value, String why) {
    return WinnowException.usage(
        "%s: impute.%s.columns: '%s' %s".formatted(file, strategy, value, why));
  }
}
