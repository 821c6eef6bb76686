package io.winnow.core.row;

import io.winnow.core.config.SensitiveConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.redact.KnownSecrets;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the cells of sensitive columns as soon as they are read, so that no later part of
 * Winnow can see them as they are.
 *
 * <p>A hash is the HMAC-SHA-256 of the cell's UTF-8 bytes, trimmed and stripped as declared, cut to
 * 128 bits and written as 32 hexadecimal digits. It is the same for the same text in every column
 * and every night as long as the key stays. A mask keeps the first and last characters that are
 * declared and writes {@code *} for each other one; of a text with no more characters than these it
 * keeps none. A missing cell stays missing.
 *
 * <p>The key travels to the executors inside this object and is shown by nothing.
 */
public final class SensitiveCells implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LEAST_CHARACTERS = 16;
  private static final int HEX_DIGITS = 32;

  /** No column is hashed or masked. */
  public static final SensitiveCells NONE = new SensitiveCells(Map.of(), new byte[0]);

  private final TreeMap<String, SensitiveConfig.Column> columns;
  private final byte[] key;

  private SensitiveCells(Map<String, SensitiveConfig.Column> columns, byte[] key) {
    this.columns = new TreeMap<>(columns);
    this.key = key;
  }

  /**
   * What a configuration asks for.
   *
   * @param environment the value of a variable by its name, or null
   * @throws WinnowException when a hash is asked for and its key is not set, or too short
   */
  public static SensitiveCells of(
      SensitiveConfig config, UnaryOperator<@Nullable String> environment) {
    boolean hashed =
        config.columns().values().stream()
            .anyMatch(column -> column.action() == SensitiveConfig.Action.HASH);
    if (!hashed) {
      return new SensitiveCells(config.columns(), new byte[0]);
    }
    String name = config.keyVariable();
    String key = environment.apply(name);
    if (key == null || key.length() < LEAST_CHARACTERS) {
      throw WinnowException.usage(
          "sensitive.keyVariable: environment variable '%s' %s; set it to a secret of %d characters or more"
              .formatted(
                  name, key == null ? "is not set" : "holds too short a key", LEAST_CHARACTERS));
    }
    KnownSecrets.remember(key);
    return new SensitiveCells(config.columns(), key.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether cells of that column are not shown as they are. */
  public boolean contains(String column) {
    return columns.containsKey(column);
  }

  /** Whether there is no such column. */
  public boolean isEmpty() {
    return columns.isEmpty();
  }

  /** What is done to the cells of a column, by one thread, or null when nothing is. */
  @Nullable UnaryOperator<String> treatment(String name) {
    SensitiveConfig.Column column = columns.get(name);
    if (column == null) {
      return null;
    }
    return switch (column.action()) {
      case DROP -> null; // Its role keeps it from being carried.
      case HASH -> {
        HmacUtils hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key);
        yield text -> hmac.hmacHex(text).substring(0, HEX_DIGITS);
      }
      case MASK -> {
        int first = column.keepFirst() == null ? 0 : column.keepFirst();
        int last = column.keepLast() == null ? 0 : column.keepLast();
        yield text -> masked(text, first, last);
      }
    };
  }

  private static String masked(String text, int first, int last) {
    int[] characters = text.codePoints().toArray();
    boolean kept = characters.length > first + last;
    for (int i = 0; i < characters.length; i++) {
      if (!kept || (i >= first && i < characters.length - last)) {
        characters[i] = '*';
      }
    }
    return new String(characters, 0, characters.length);
  }

  @Override
  public String toString() {
    return "SensitiveCells" + columns.keySet();
  }
}
