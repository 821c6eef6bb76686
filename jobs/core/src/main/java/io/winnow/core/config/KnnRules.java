package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.impute.knn.KnnFeatures;
import java.util.List;

/** What holds between imputation from neighbours and the features it may be based on. */
final class KnnRules {
  private final String file;
  private final ImputeConfig impute;
  private final TableSchema table;

  private KnnRules(String file, ImputeConfig impute, TableSchema table) {
    this.file = file;
    this.impute = impute;
    this.table = table;
  }

  static void check(String file, PipelineConfig config, TableSchema table) {
    new KnnRules(file, config.impute(), table).check();
  }

  private void check() {
    KnnFeatures features = impute.knnFeatures(features(true), features(false));
    List<String> columns = impute.knn().columns();
    if (columns != null) {
      boolean isTried =
          features(true).stream().anyMatch(impute::comparesNumber)
              || features(false).stream().anyMatch(impute::comparesCategory);
      if (features.targets().isEmpty() && !isTried) {
        throw refused(
            "columns",
            String.join(", ", columns),
            "is only for strategies knn and auto and for impute.recover.enabled=true");
      }
      for (String name : columns) {
        if (!features.numeric().contains(name) && !features.categorical().contains(name)) {
          throw refused("columns", name, "is not a feature of the schema");
        }
      }
    }
    for (String name : features.targets()) {
      if (features.compared(impute.knn()).stream().allMatch(name::equals)) {
        throw WinnowException.usage(
            "%s: impute.columns.%s: 'knn' has no other feature to find neighbours by; add to impute.knn.columns or set impute.knn.features=all"
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

  private WinnowException refused(String key, String value, String why) {
    return WinnowException.usage("%s: impute.knn.%s: '%s' %s".formatted(file, key, value, why));
  }
}
