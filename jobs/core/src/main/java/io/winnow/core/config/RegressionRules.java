package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.impute.regression.RegressionFeatures;
import java.util.List;

/** What holds between imputation by regression and the features that it predicts from. */
final class RegressionRules {
  private final String file;
  private final ImputeConfig impute;
  private final TableSchema table;

  private RegressionRules(String file, ImputeConfig impute, TableSchema table) {
    this.file = file;
    this.impute = impute;
    this.table = table;
  }

  static void check(String file, PipelineConfig config, TableSchema table) {
    new RegressionRules(file, config.impute(), table).check();
  }

  private void check() {
    RegressionFeatures features = impute.regressionFeatures(features(true), features(false));
    List<String> columns = impute.regression().columns();
    if (columns != null) {
      boolean isTried =
          features(true).stream().anyMatch(impute::comparesNumber)
              || features(false).stream().anyMatch(impute::comparesCategory);
      if (features.targets().isEmpty() && !isTried) {
        throw refused(
            String.join(", ", columns),
            "is only for strategies regression and auto and for impute.recover.enabled=true");
      }
      for (String name : columns) {
        if (!features.numeric().contains(name) && !features.categorical().contains(name)) {
          throw refused(name, "is not a feature of the schema");
        }
      }
    }
    for (String name : features.targets()) {
      if (features.predictors(impute.regression()).stream().allMatch(name::equals)) {
        throw WinnowException.usage(
            "%s: impute.columns.%s: 'regression' has no other feature to predict from; add to impute.regression.columns or set impute.regression.features=all"
                .formatted(file, name));
      }
    }
  }

  private List<String> features(boolean numeric) {
    return table.columns().stream()
        .filter(column -> column.role() == Role.FEATURE && column.isNumeric() == numeric)
        .map(ColumnSchema::name)
        .toList();
  }

  private WinnowException refused(String value, String why) {
    return WinnowException.usage(
        "%s: impute.regression.columns: '%s' %s".formatted(file, value, why));
  }
}
