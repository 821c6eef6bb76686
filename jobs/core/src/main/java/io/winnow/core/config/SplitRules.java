package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds between the keys of a split, and between them and the table schema. */
final class SplitRules {
  private final String file;
  private final SplitConfig split;
  private final TableSchema table;

  private SplitRules(String file, SplitConfig split, TableSchema table) {
    this.file = file;
    this.split = split;
    this.table = table;
  }

  static void check(String file, PipelineConfig config, TableSchema table) {
    SplitRules rules = new SplitRules(file, config.split(), table);
    rules.checkColumn();
    rules.checkGroups();
    rules.checkFolds();
  }

  private void checkColumn() {
    String name = split.column();
    boolean needed =
        split.strategy() == SplitStrategy.COLUMN || split.strategy() == SplitStrategy.TIME;
    if (needed && name == null) {
      throw WinnowException.usage(
          "%s: split.column: is missing; strategy %s needs it".formatted(file, strategy()));
    }
    if (name == null) {
      return;
    }
    if (!needed) {
      throw refused("split.column", name, "is only for split.strategy=column or time");
    }
    ColumnSchema column = declared(name);
    if (split.strategy() == SplitStrategy.TIME) {
      checkTime(column);
    } else {
      checkGiven(column);
    }
  }

  private void checkTime(ColumnSchema column) {
    if (column.role() != Role.FEATURE && column.role() != Role.IGNORE) {
      throw refused(
          "split.column",
          column.name(),
          "has role %s; a time has role ignore or feature".formatted(role(column)));
    }
  }

  private void checkGiven(ColumnSchema column) {
    if (column.isNumeric()) {
      throw refused(
          "split.column", column.name(), "is numeric; it holds train, validation or test");
    }
    if (column.role() == Role.FEATURE || column.role() == Role.LABEL) {
      throw refused(
          "split.column",
          column.name(),
          "has role %s; give it role ignore".formatted(role(column)));
    }
  }

  private void checkGroups() {
    List<ColumnSchema> groups =
        table.columns().stream().filter(column -> column.role() == Role.GROUP).toList();
    if (groups.isEmpty()) {
      if (split.strategy() == SplitStrategy.GROUP) {
        throw refused("split.strategy", "group", "needs a column with role group; declare one");
      }
      return;
    }
    String name = groups.get(0).name();
    if (groups.size() > 1) {
      throw refused(
          "schema",
          groups.get(1).name(),
          "has role group, as '%s' has; only one column can".formatted(name));
    }
    if (split.strategy() == SplitStrategy.TIME || split.strategy() == SplitStrategy.COLUMN) {
      throw refused(
          "split.strategy",
          strategy(),
          "cannot keep the groups of column '%s' together; give it role ignore, or use strategy group"
              .formatted(name));
    }
  }

  private void checkFolds() {
    Integer folds = split.folds();
    Integer fold = split.fold();
    if (split.strategy() != SplitStrategy.KFOLD) {
      refuseFolds("split.folds", folds);
      refuseFolds("split.fold", fold);
      return;
    }
    if (folds == null || fold == null) {
      throw WinnowException.usage(
          "%s: split.%s: is missing; strategy kfold needs it"
              .formatted(file, folds == null ? "folds" : "fold"));
    }
    if (fold >= folds) {
      throw refused(
          "split.fold", fold, "is not one of %d folds; they count from 0".formatted(folds));
    }
    if (folds < 3 && split.ratios().validation().signum() > 0) {
      throw refused(
          "split.folds",
          folds,
          "leaves no fold for train; give 3 or more, or split.ratios no validation");
    }
  }

  private void refuseFolds(String key, @Nullable Integer value) {
    if (value != null) {
      throw refused(key, value, "is only for split.strategy=kfold");
    }
  }

  private ColumnSchema declared(String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                refused(
                    "split.column",
                    name,
                    "is not a column of the schema; it has " + String.join(", ", table.names())));
  }

  private String strategy() {
    return Json.MAPPER.valueToTree(split.strategy()).asText();
  }

  private static String role(ColumnSchema column) {
    return Json.MAPPER.valueToTree(column.role()).asText();
  }

  private WinnowException refused(String key, Object value, String why) {
    return WinnowException.usage("%s: %s: '%s' %s".formatted(file, key, value, why));
  }
}
