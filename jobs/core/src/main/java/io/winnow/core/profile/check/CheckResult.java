package io.winnow.core.profile.check;

import org.jspecify.annotations.Nullable;

/**
 * How a check came out.
 *
 * @param value what was measured; null where there was nothing to measure
 * @param bound what was declared, in words
 * @param message one sentence with column, value and bound
 */
public record CheckResult(
    String name,
    CheckType type,
    @Nullable String column,
    Severity severity,
    boolean passed,
    @Nullable Double value,
    String bound,
    String message) {

  /** Whether it ends the run. */
  boolean isRefused() {
    return !passed && severity == Severity.ERROR;
  }
}
