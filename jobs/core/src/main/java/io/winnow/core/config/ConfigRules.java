package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Task;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Numeral;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.impute.ImputeConfig.ColumnImpute;
import io.winnow.core.step.impute.ImputeStrategy;
import java.util.List;

/** What holds between the keys of a pipeline file, and between them and the table schema. */
final class ConfigRules {
  private final String file;
  private final PipelineConfig config;
  private final TableSchema table;

  private ConfigRules(String file, PipelineConfig config, TableSchema table) {
    this.file = file;
    this.config = config;
    this.table = table;
  }

  static void check(String file, PipelineConfig config, TableSchema table) {
    ConfigRules rules = new ConfigRules(file, config, table);
    rules.checkRoles();
    rules.checkLabel();
    SplitRules.check(file, config, table);
    rules.checkOutliers();
    rules.checkImputation();
    rules.checkMetrics();
  }

  private void checkRoles() {
    if (table.columns().stream().noneMatch(column -> column.role() == Role.FEATURE)) {
      throw refused("schema", config.schema(), "has no column with role feature; declare one");
    }
    for (ColumnSchema column : table.columns()) {
      // Accepting it without its effect would train on other rows than were asked for, silently.
      if (column.role() == Role.WEIGHT) {
        throw refused(
            "schema", column.name(), "has role weight, which no step honours; use role ignore");
      }
    }
  }

  private void checkLabel() {
    LabelConfig label = config.label();
    ColumnSchema column = declared("label.column", label.column());
    if (column.role() != Role.LABEL) {
      throw refused(
          "label.column",
          label.column(),
          "has role %s; give it role label".formatted(role(column)));
    }
    if (column.type() == ColumnType.TEXT) {
      throw refused("label.column", label.column(), "has type text; use category or a number");
    }
    if (column.isNumeric() && (label.map() != null || label.classes() != null)) {
      throw refused(
          "label.column",
          label.column(),
          "is numeric, but label.map and label.classes need classes; give it type category");
    }
  }

  private void checkOutliers() {
    for (String name : config.outlier().columns().keySet()) {
      if (!feature("outlier.columns", name).isNumeric()) {
        throw refused("outlier.columns", name, "is not numeric; fences need numbers");
      }
    }
  }

  private void checkImputation() {
    config
        .impute()
        .columns()
        .forEach((name, impute) -> checkImpute(name, impute, feature("impute.columns", name)));
  }

  private void checkImpute(String name, ColumnImpute impute, ColumnSchema column) {
    ImputeStrategy strategy = impute.strategy();
    String key = "impute.columns." + name;
    boolean forNumbers = strategy == ImputeStrategy.MEAN || strategy == ImputeStrategy.MEDIAN;
    if (forNumbers && !column.isNumeric()) {
      throw refused(key, strategy, "is for numbers; use mode, constant or none");
    }
    if (strategy == ImputeStrategy.NONE && column.isNumeric()) {
      throw refused(key, strategy, "leaves a number missing; use mean, median, mode or constant");
    }
    String value = impute.value();
    if ((strategy == ImputeStrategy.CONSTANT) != (value != null)) {
      throw refused(key, strategy, "and 'value' go together: constant needs one, others have none");
    }
    if (value != null && column.isNumeric() && !Double.isFinite(Numeral.parse(value))) {
      throw refused(key + ".value", value, "is not a finite number");
    }
  }

  private void checkMetrics() {
    boolean regression = declared("label.column", config.label().column()).isNumeric();
    EarlyStoppingConfig stopping = config.training().earlyStopping();
    if (stopping != null) {
      checkMetric("training.earlyStopping.metric", stopping.metric(), regression);
      if (config.split().strategy() != SplitStrategy.COLUMN
          && config.split().ratios().validation().signum() == 0) {
        throw refused(
            "training.earlyStopping",
            stopping.metric().key(),
            "needs a validation split; give split.ratios a second share above 0");
      }
    }
    config.gates().keySet().forEach(metric -> checkMetric("gates", metric, regression));
  }

  private void checkMetric(String key, Metric metric, boolean regression) {
    if ((metric.task() == Task.REGRESSION) != regression) {
      throw refused(
          key,
          metric.key(),
          "does not fit a " + (regression ? "numeric label" : "label with classes"));
    }
  }

  private ColumnSchema feature(String key, String name) {
    ColumnSchema column = declared(key, name);
    if (column.role() != Role.FEATURE) {
      throw refused(key, name, "has role %s; only features are treated".formatted(role(column)));
    }
    return column;
  }

  private ColumnSchema declared(String key, String name) {
    List<String> names = table.names();
    return table
        .column(name)
        .orElseThrow(
            () ->
                refused(
                    key,
                    name,
                    "is not a column of the schema; it has " + String.join(", ", names)));
  }

  private static String role(ColumnSchema column) {
    return Json.MAPPER.valueToTree(column.role()).asText();
  }

  private WinnowException refused(String key, Object value, String why) {
    Object shown = value instanceof Enum<?> ? Json.MAPPER.valueToTree(value).asText() : value;
    return WinnowException.usage("%s: %s: '%s' %s".formatted(file, key, shown, why));
  }
}
