package io.winnow.core.redact;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The secrets that this process was given, by value, so that they are found wherever a library puts
 * them: in the middle of a message, or under a name that says nothing.
 */
public final class KnownSecrets {
  /** Shorter values are words that stand in texts by chance. */
  private static final int LEAST_CHARACTERS = 8;

  /** The longest first, since one may hold another. */
  private static final Set<String> VALUES =
      new ConcurrentSkipListSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  private KnownSecrets() {}

  /** Remembers a secret, as it is and as JSON writes it. */
  public static void remember(String value) {
    if (value.length() >= LEAST_CHARACTERS) {
      VALUES.add(value);
      VALUES.add(new String(JsonStringEncoder.getInstance().quoteAsString(value)));
    }
  }

  /** Remembers those of a process's settings or environment variables whose names tell a secret. */
  public static void remember(Map<String, String> named) {
    named.forEach(
        (name, value) -> {
          if (Redactor.isSecret(name)) {
            remember(value);
          }
        });
  }

  /** The text with all of them replaced. */
  public static String hide(String text) {
    String shown = text;
    for (String value : VALUES) {
      shown = shown.replace(value, Redactor.MARK);
    }
    return shown;
  }
}
