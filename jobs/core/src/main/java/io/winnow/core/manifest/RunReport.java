package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * The attempt a manifest is about.
 *
 * @param id {@code pipeline/interval/attempt}
 * @param interval the night, or another name of what the run is for
 * @param attempt counted from 1 within the interval
 * @param startedAt ISO-8601 instant, UTC
 * @param finishedAt ISO-8601 instant of the last command that ended, or null while one runs
 */
public record RunReport(
    String id,
    String pipeline,
    String interval,
    int attempt,
    String startedAt,
    @Nullable String finishedAt) {

  /** The same attempt, ended at that instant. */
  public RunReport endedAt(@Nullable String instant) {
    return new RunReport(id, pipeline, interval, attempt, startedAt, instant);
  }
}
