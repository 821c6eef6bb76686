package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;

/** What holds between the sensitive columns of a pipeline and the table schema. */
final class SensitiveRules {
  private final String file;
  private final PipelineConfig config;
  private final TableSchema table;

  private SensitiveRules(String file, PipelineConfig config, TableSchema table) {
    this.file = file;
    this.config = config;
    this.table = table;
  }

  static void check(String file, PipelineConfig config, TableSchema table) {
    SensitiveRules rules = new SensitiveRules(file, config, table);
    config.sensitive().columns().forEach(rules::check);
  }

  private void check(String name, SensitiveConfig.Column rule) {
    ColumnSchema column =
        table
            .column(name)
            .orElseThrow(
                () ->
                    refused(
                        name,
                        "is not a column of the schema; it has "
                            + String.join(", ", table.names())));
    boolean keeps = rule.keepFirst() != null || rule.keepLast() != null;
    switch (rule.action()) {
      case DROP -> {
        if (name.equals(config.label().column()) || name.equals(config.split().column())) {
          throw refused(name, "is dropped, but the pipeline needs it");
        }
        refuseKept(name, keeps);
      }
      case HASH -> {
        checkUse(column, "hash");
        refuseKept(name, keeps);
      }
      case MASK -> {
        checkUse(column, "mask");
        if (!keeps) {
          throw refused(name, "is masked whole; give keepFirst or keepLast, or use action drop");
        }
        if (column.role() == Role.KEY || column.role() == Role.GROUP) {
          throw refused(
              name,
              "has role %s, but a mask does not tell values apart; use action hash"
                  .formatted(role(column)));
        }
      }
    }
  }

  private void checkUse(ColumnSchema column, String action) {
    if (column.role() == Role.SENSITIVE) {
      throw refused(
          column.name(),
          "has role sensitive, which drops it; give it the role that its %s is to have"
              .formatted(action));
    }
    if (column.isNumeric()) {
      throw refused(
          column.name(),
          "is numeric, but action %s gives texts; give it type category or text".formatted(action));
    }
    if (column.role() == Role.LABEL || column.name().equals(config.split().column())) {
      throw refused(
          column.name(),
          "is the label or the split column, which action %s would change".formatted(action));
    }
  }

  private void refuseKept(String name, boolean keeps) {
    if (keeps) {
      throw refused(name, "has keepFirst or keepLast, which are for action mask");
    }
  }

  private static String role(ColumnSchema column) {
    return Json.MAPPER.valueToTree(column.role()).asText();
  }

  private WinnowException refused(String name, String why) {
    return WinnowException.usage("%s: sensitive.columns: '%s' %s".formatted(file, name, why));
  }
}
