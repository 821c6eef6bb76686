package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Numeral;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.encode.EncodeConfig;
import io.winnow.core.step.encode.EncodeConfig.ColumnEncode;
import io.winnow.core.step.encode.EncodeStrategy;
import io.winnow.core.step.impute.ImputeConfig.ColumnImpute;
import io.winnow.core.step.impute.ImputeStrategy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What holds between the steps of a pipeline file and the table schema. */
final class StepRules {
  private final ColumnRules columns;
  private final PipelineConfig config;
  private final TableSchema table;

  private StepRules(ColumnRules columns, PipelineConfig config, TableSchema table) {
    this.columns = columns;
    this.config = config;
    this.table = table;
  }

  static void check(String file, PipelineConfig config, TableSchema table) {
    StepRules rules = new StepRules(new ColumnRules(file, table), config, table);
    config.outlier().columns().keySet().forEach(rules::checkOutliers);
    config.impute().columns().forEach(rules::checkImpute);
    config.encode().columns().forEach(rules::checkEncode);
    config.scale().columns().keySet().forEach(rules::checkScale);
    rules.checkWidth(file);
  }

  private void checkOutliers(String name) {
    if (!columns.feature("outlier.columns", name).isNumeric()) {
      throw columns.refused("outlier.columns", name, "is not numeric; fences need numbers");
    }
  }

  private void checkImpute(String name, ColumnImpute impute) {
    ColumnSchema column = columns.feature("impute.columns", name);
    ImputeStrategy strategy = impute.strategy();
    String key = "impute.columns." + name;
    boolean forNumbers = strategy == ImputeStrategy.MEAN || strategy == ImputeStrategy.MEDIAN;
    if (forNumbers && !column.isNumeric()) {
      throw columns.refused(
          key,
          strategy,
          "is for numbers; use mode, regression, knn, auto, constant, sentinel, dropRow or none");
    }
    if (strategy == ImputeStrategy.NONE && column.isNumeric()) {
      throw columns.refused(
          key,
          strategy,
          "leaves a number missing; use mean, median, mode, regression, knn, auto, constant, sentinel or dropRow");
    }
    if (Boolean.TRUE.equals(impute.indicator()) && !impute.fills()) {
      throw columns.refused(
          key, strategy, "needs no indicator, since it fills no cell; remove 'indicator'");
    }
    checkValue(key, impute, column);
  }

  private void checkValue(String key, ColumnImpute impute, ColumnSchema column) {
    String value = impute.value();
    boolean isConstant = impute.strategy() == ImputeStrategy.CONSTANT;
    boolean mayHave = isConstant || impute.strategy() == ImputeStrategy.SENTINEL;
    if (isConstant && value == null) {
      throw columns.refused(key, impute.strategy(), "needs a 'value'");
    }
    if (!mayHave && value != null) {
      throw columns.refused(
          key, impute.strategy(), "takes no 'value'; only constant and sentinel do");
    }
    if (value != null && column.isNumeric() && !Double.isFinite(Numeral.parse(value))) {
      throw columns.refused(key + ".value", value, "is not a finite number");
    }
  }

  private void checkEncode(String name, ColumnEncode encode) {
    if (columns.feature("encode.columns", name).isNumeric()) {
      throw columns.refused("encode.columns", name, "is numeric; only categories are encoded");
    }
    EncodeStrategy strategy = config.encode().of(name).strategy();
    boolean hasFrequency = encode.minFrequency() != null || encode.maxCategories() != null;
    if (hasFrequency && strategy != EncodeStrategy.ONE_HOT) {
      throw columns.refused(
          "encode.columns." + name,
          strategy,
          "has no rare categories; minFrequency and maxCategories are for oneHot");
    }
    if (encode.buckets() != null && strategy != EncodeStrategy.HASH) {
      throw columns.refused(
          "encode.columns." + name, strategy, "has no buckets; they are for hash");
    }
  }

  private void checkScale(String name) {
    if (!columns.feature("scale.columns", name).isNumeric()) {
      throw columns.refused("scale.columns", name, "is not numeric; only numbers are scaled");
    }
  }

  /** The width that is known before the table is read: allowed categories, buckets, numbers. */
  private void checkWidth(String file) {
    Map<String, Long> widths = new TreeMap<>();
    table.columns().stream()
        .filter(column -> column.role() == Role.FEATURE)
        .forEach(column -> widths.put(column.name(), width(column)));
    FeatureLimit.exceeded(config.output(), widths)
        .ifPresent(
            problem -> {
              throw WinnowException.usage(file + ": " + problem);
            });
  }

  private long width(ColumnSchema column) {
    EncodeConfig encode = config.encode().of(column.name());
    if (column.isNumeric()) {
      return 1;
    }
    return switch (encode.strategy()) {
      case ONE_HOT -> oneHot(column, encode);
      case ORDINAL -> 1;
      case HASH -> encode.buckets();
    };
  }

  private static long oneHot(ColumnSchema column, EncodeConfig encode) {
    List<String> allowed = column.allowed();
    Integer most = encode.maxCategories();
    long declared = allowed == null ? 1 : allowed.size();
    return most == null ? declared : Math.min(declared, most);
  }
}
