package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Task;
import io.winnow.core.profile.check.CheckRules;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.List;

/** What holds between the keys of a pipeline file, and between them and the table schema. */
final class ConfigRules {
  private final PipelineConfig config;
  private final TableSchema table;
  private final ColumnRules columns;

  private ConfigRules(String file, PipelineConfig config, TableSchema table) {
    this.config = config;
    this.table = table;
    this.columns = new ColumnRules(file, table);
  }

  static void check(String file, PipelineConfig config, TableSchema table) {
    ConfigRules rules = new ConfigRules(file, config, table);
    LocationRules.check(file, config);
    SourceRules.check(file, config.source(), table);
    rules.checkRoles();
    SensitiveRules.check(file, config, table);
    rules.checkLabel();
    SplitRules.check(file, config, table);
    DedupRules.check(file, config.dedup(), table);
    checkFittedSteps(file, config, table);
    rules.checkMetrics();
    CheckRules.check(file, config.checks(), table);
  }

  /** Of a configuration that has steps only, and a label if it needs one. */
  static void checkSteps(String file, PipelineConfig config, TableSchema table) {
    ConfigRules rules = new ConfigRules(file, config, table);
    rules.checkRoles();
    SensitiveRules.check(file, config, table);
    if (!config.label().isAbsent()) {
      rules.checkLabel();
    } else if (config.select() != null && config.select().mutualInformation() != null) {
      throw WinnowException.usage(
          "%s: select.mutualInformation: is about a label; name its column under label.column"
              .formatted(file));
    }
    checkFittedSteps(file, config, table);
  }

  /** Of the steps that are fitted, wherever they are configured. */
  private static void checkFittedSteps(String file, PipelineConfig config, TableSchema table) {
    StepRules.check(file, config, table);
    PredictorRules.check(file, config.impute(), table);
    PcaRules.check(file, config, table);
  }

  private void checkRoles() {
    if (table.columns().stream().noneMatch(column -> column.role() == Role.FEATURE)) {
      throw refused("schema", config.schema(), "has no column with role feature; declare one");
    }
    checkWeight();
  }

  private void checkWeight() {
    List<ColumnSchema> weights =
        table.columns().stream().filter(column -> column.role() == Role.WEIGHT).toList();
    if (weights.isEmpty()) {
      return;
    }
    ColumnSchema weight = weights.get(weights.size() - 1);
    if (weights.size() > 1) {
      throw refused("schema", weight.name(), "is a second one with role weight; use role ignore");
    }
    if (!weight.isNumeric()) {
      throw refused("schema", weight.name(), "has role weight; give it type number or integer");
    }
    if (config.training().engine() == Engine.STOCK) {
      throw refused(
          "training.engine",
          "stock",
          "knows no row weights, and column '%s' has role weight; use rounds"
              .formatted(weight.name()));
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
    if (column.type() == ColumnType.DATE) {
      throw refused("label.column", label.column(), "has type date; use category or a number");
    }
    if (column.isNumeric() && (label.map() != null || label.classes() != null)) {
      throw refused(
          "label.column",
          label.column(),
          "is numeric, but label.map and label.classes need classes; give it type category");
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
    ClassWeightConfig weights = config.training().classWeights();
    if (regression && weights != null) {
      throw refused(
          "training.classWeights", weights.value(), "is about classes, but the label is numeric");
    }
  }

  private void checkMetric(String key, Metric metric, boolean regression) {
    if ((metric.task() == Task.REGRESSION) != regression) {
      throw refused(
          key,
          metric.key(),
          "does not fit a " + (regression ? "numeric label" : "label with classes"));
    }
  }

  private ColumnSchema declared(String key, String name) {
    return columns.declared(key, name);
  }

  private static String role(ColumnSchema column) {
    return Json.MAPPER.valueToTree(column.role()).asText();
  }

  private WinnowException refused(String key, Object value, String why) {
    return columns.refused(key, value, why);
  }
}
