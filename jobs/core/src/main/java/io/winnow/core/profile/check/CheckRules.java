package io.winnow.core.profile.check;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Numeral;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Which keys a check takes, and of which columns. */
public final class CheckRules {
  private final String file;
  private final TableSchema table;

  private CheckRules(String file, TableSchema table) {
    this.file = file;
    this.table = table;
  }

  /**
   * Refuses checks that could not be measured.
   *
   * @param file what they were read from, for the message
   * @throws WinnowException naming the check
   */
  public static void check(String file, List<CheckConfig> checks, TableSchema table) {
    CheckRules rules = new CheckRules(file, table);
    Set<String> titles = new HashSet<>();
    for (int i = 0; i < checks.size(); i++) {
      CheckConfig check = checks.get(i);
      rules.checkKeys("checks." + i, check);
      if (!titles.add(check.title())) {
        throw rules.refused("checks." + i, check.title(), "stands twice; give one a name");
      }
    }
  }

  private void checkKeys(String key, CheckConfig check) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("column", check.column());
    given.put("metric", check.metric());
    given.put("min", check.min());
    given.put("max", check.max());
    given.put("share", check.share());
    given.put("tolerance", check.tolerance());
    given.put("values", check.values());
    given.put("pattern", check.pattern());
    Set<String> required = required(check);
    Set<String> taken = new HashSet<>(required);
    taken.addAll(optional(check.type()));
    given.forEach(
        (name, value) -> {
          if (value == null && required.contains(name)) {
            throw refused(key, check.title(), "needs '%s'; add it".formatted(name));
          }
          if (value != null && !taken.contains(name)) {
            throw refused(key, check.title(), "does not take '%s'; remove it".formatted(name));
          }
        });
    boolean bounded = check.type() == CheckType.RANGE || check.type() == CheckType.ROW_COUNT;
    if (bounded && check.min() == null && check.max() == null) {
      throw refused(key, check.title(), "needs 'min', 'max' or both");
    }
    if (check.min() != null && check.max() != null && check.min() > check.max()) {
      throw refused(key, check.title(), "has a min above its max; exchange them");
    }
    if (check.column() != null) {
      checkColumn(key, check, declared(key, check.column()));
    }
  }

  private static Set<String> required(CheckConfig check) {
    return switch (check.type()) {
      case COMPLETENESS, UNIQUENESS -> Set.of("column", "min");
      case RANGE -> Set.of("column");
      case SET -> Set.of("column", "values");
      case REGEX -> Set.of("column", "pattern");
      case ROW_COUNT -> Set.of();
      case CHANGE ->
          check.metric() == ChangeMetric.ROW_COUNT
              ? Set.of("metric", "tolerance")
              : Set.of("metric", "tolerance", "column");
    };
  }

  private static Set<String> optional(CheckType type) {
    return switch (type) {
      case RANGE -> Set.of("min", "max", "share");
      case SET, REGEX -> Set.of("share");
      case ROW_COUNT -> Set.of("min", "max");
      case COMPLETENESS, UNIQUENESS, CHANGE -> Set.of();
    };
  }

  private void checkColumn(String key, CheckConfig check, ColumnSchema column) {
    boolean aboutValues =
        check.type() != CheckType.COMPLETENESS && check.metric() != ChangeMetric.COMPLETENESS;
    if (column.role() == Role.SENSITIVE && aboutValues) {
      throw refused(key, check.title(), "looks at a sensitive column; only completeness may");
    }
    // A key is carried as the text that it is written as.
    boolean numeric = column.isNumeric() && column.role() != Role.KEY;
    if ((check.type() == CheckType.RANGE || check.metric() == ChangeMetric.MEAN) && !numeric) {
      throw refused(
          key, check.title(), "is for numbers; column '%s' has none".formatted(column.name()));
    }
    if (check.type() == CheckType.REGEX && numeric) {
      throw refused(key, check.title(), "is for texts; use type range or set");
    }
    if (numeric && check.values() != null) {
      for (String value : check.values()) {
        if (!Double.isFinite(Numeral.parse(value))) {
          throw refused(key + ".values", value, "is not a number, as the column's values are");
        }
      }
    }
    checkPattern(key, check.pattern());
  }

  private void checkPattern(String key, @Nullable String pattern) {
    if (pattern != null) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        throw refused(
            key + ".pattern", pattern, "is not a regular expression: " + e.getDescription());
      }
    }
  }

  private ColumnSchema declared(String key, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                refused(
                    key + ".column",
                    name,
                    "is not a column of the schema; it has " + String.join(", ", table.names())));
  }

  private WinnowException refused(String key, String value, String why) {

    return WinnowException.usage("%s: %s: '%s' %s".formatted(file, key, value, why));
  }
}
