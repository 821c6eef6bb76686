package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose cells must not be seen as they are.
 *
 * @param columns by name
 * @param keyVariable the environment variable that holds the key of {@link Action#HASH}
 */
public record SensitiveConfig(Map<String, Column> columns, String keyVariable)
    implements Serializable {

  /** What rows that are read later need too: hashes and masks; null when there are none. */
  public @Nullable SensitiveConfig treated() {
    Map<String, Column> treated = new TreeMap<>(columns);
    treated.values().removeIf(column -> column.action() == Action.DROP);
    return treated.isEmpty() ? null : new SensitiveConfig(treated, keyVariable);
  }

  /**
   * What happens to the cells of one column.
   *
   * @param keepFirst characters at the beginning that {@link Action#MASK} keeps
   * @param keepLast characters at the end, likewise
   */
  public record Column(Action action, @Nullable Integer keepFirst, @Nullable Integer keepLast)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** What becomes of a cell. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Action {
    /** Nothing: the column has role sensitive, whatever the table schema says. */
    DROP,
    /** Its keyed hash, which tells equal from different and nothing else. */
    HASH,
    /** A few characters of it. */
    MASK
  }
}
