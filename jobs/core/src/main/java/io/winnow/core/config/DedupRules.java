package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.List;

/** What holds between the keys of {@code dedup}, and between them and the table schema. */
final class DedupRules {
  private final String file;
  private final DedupConfig config;
  private final TableSchema table;

  private DedupRules(String file, DedupConfig config, TableSchema table) {
    this.file = file;
    this.config = config;
    this.table = table;
  }

  static void check(String file, DedupConfig config, TableSchema table) {
    DedupRules rules = new DedupRules(file, config, table);
    rules.checkKey();
    NearConfig near = config.near();
    if (near != null) {
      rules.checkNear(near);
    }
  }

  private void checkKey() {
    boolean byKey = config.exact() == ExactDedup.KEY;
    if (byKey == config.key().isEmpty()) {
      throw refused(
          "dedup.exact",
          Json.MAPPER.valueToTree(config.exact()).asText(),
          "and dedup.key go together: key names the columns of exact: key");
    }
    if (!byKey && !config.survivor().isEmpty()) {
      throw refused(
          "dedup.survivor",
          config.survivor().get(0).column(),
          "is only for dedup.exact=key; equal rows are interchangeable");
    }
    config.key().forEach(name -> checkColumn("dedup.key", name));
    checkSurvivor("dedup.survivor", config.survivor());
  }

  private void checkNear(NearConfig near) {
    near.columns().forEach(name -> checkColumn("dedup.near.columns", name));
    checkSurvivor("dedup.near.survivor", near.survivor());
    if ((near.bands() == null) != (near.rows() == null)) {
      throw WinnowException.usage(
          "%s: dedup.near: bands and rows go together; give both or neither".formatted(file));
    }
    boolean deletes = near.action() == NearAction.DELETE;
    if (deletes && config.exact() == ExactDedup.NONE) {
      throw refused(
          "dedup.near.action",
          "delete",
          "needs dedup.exact=row or key; equal rows are the nearest duplicates");
    }
    if (!deletes && !near.survivor().isEmpty()) {
      throw refused(
          "dedup.near.survivor",
          near.survivor().get(0).column(),
          "is only for dedup.near.action=delete");
    }
    String gold = near.gold();
    if (gold != null && table.columns().stream().noneMatch(column -> column.role() == Role.KEY)) {
      throw refused("dedup.near.gold", gold, "names rows by their key; give a column role key");
    }
  }

  private void checkSurvivor(String key, List<SurvivorOrder> orders) {
    orders.forEach(order -> checkColumn(key, order.column()));
  }

  private void checkColumn(String key, String name) {
    if (table.column(name).isEmpty()) {
      throw refused(
          key, name, "is not a column of the schema; it has " + String.join(", ", table.names()));
    }
  }

  private WinnowException refused(String key, String value, String why) {
    return WinnowException.usage("%s: %s: '%s' %s".formatted(file, key, value, why));
  }
}
