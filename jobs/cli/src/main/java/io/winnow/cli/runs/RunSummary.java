package io.winnow.cli.runs;

import io.winnow.cli.console.Choices;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.TestMetrics;
import io.winnow.prepare.store.Run;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run as a list shows it.
 *
 * @param status of its manifest, or {@code unreadable}
 * @param exitCode of its last command; null while one runs
 * @param rows prepared, or null
 * @param metric null where nothing was measured
 * @param current whether readers follow it
 * @param path of its folder
 */
public record RunSummary(
    String id,
    String pipeline,
    String interval,
    int attempt,
    String status,
    @Nullable Integer exitCode,
    @Nullable Long rows,
    @Nullable Measured metric,
    @Nullable String startedAt,
    @Nullable String finishedAt,
    boolean current,
    String path) {
  private static final String UNREADABLE = "unreadable";

  /** What {@code status} may be. */
  public static final List<String> STATUSES =
      Stream.concat(Arrays.stream(RunStatus.values()).map(Choices::name), Stream.of(UNREADABLE))
          .toList();

  /**
   * The figure that is told first: accuracy of classes, else the error.
   *
   * @param split that it was measured on
   */
  public record Measured(String split, String name, double value) {}

  /** A run with its manifest, null where that cannot be read. */
  static RunSummary of(Run run, @Nullable Manifest manifest, boolean current) {
    if (manifest == null) {
      return new RunSummary(
          run.id(),
          run.pipeline(),
          run.interval(),
          run.attempt(),
          UNREADABLE,
          null,
          null,
          null,
          null,
          null,
          current,
          run.path());
    }
    return new RunSummary(
        run.id(),
        run.pipeline(),
        run.interval(),
        run.attempt(),
        Choices.name(manifest.status()),
        manifest.exitCode(),
        manifest.rows() == null ? null : manifest.rows().prepared(),
        measured(manifest.metrics()),
        manifest.run().startedAt(),
        manifest.run().finishedAt(),
        current,
        run.path());
  }

  private static @Nullable Measured measured(@Nullable MetricsReport metrics) {
    if (metrics == null) {
      return null;
    }
    return metrics.test() == null
        ? measured("validation", metrics.validation())
        : measured("test", metrics.test());
  }

  private static @Nullable Measured measured(String split, @Nullable TestMetrics metrics) {
    if (metrics == null) {
      return null;
    }
    if (metrics.accuracy() != null) {
      return new Measured(split, "accuracy", metrics.accuracy());
    }
    return metrics.rmse() == null ? null : new Measured(split, "rmse", metrics.rmse());
  }
}
