package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * How much memory there is for training.
 *
 * @param perWorker native memory that one worker may take, as {@code 2g}; null sets no limit
 */
public record MemoryConfig(@Nullable String perWorker) {
  private static final String UNITS = "kmgt";
  private static final int BITS = 10;

  /** The limit in bytes, or null without one; units are powers of 1,024. */
  public @Nullable Long perWorkerBytes() {
    if (perWorker == null) {
      return null;
    }
    int last = perWorker.length() - 1;
    int unit = UNITS.indexOf(perWorker.charAt(last)) + 1;
    return Long.parseLong(perWorker.substring(0, last)) << (BITS * unit);
  }
}
