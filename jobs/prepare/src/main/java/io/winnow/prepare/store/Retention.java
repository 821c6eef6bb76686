package io.winnow.prepare.store;

import io.winnow.core.config.RetentionConfig;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.manifest.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes runs that nobody follows any more: of those that readers once followed all but the
 * newest, and attempts that they never did and to which nothing has been written for a while, so
 * that none is deleted while it is at work.
 */
public final class Retention {
  private final RunStore store;
  private final RetentionConfig config;
  private final Instant now;

  /** A retention by the clock's {@code now}. */
  public Retention(RunStore store, RetentionConfig config, Instant now) {
    this.store = store;
    this.config = config;
    this.now = now;
  }

  /** A run with what its manifest says of when it was published, if readers ever followed it. */
  private record Aged(Run run, @Nullable Instant publishedAt) {
    Instant publishedAtOrNever() {
      return publishedAt == null ? Instant.MIN : publishedAt;
    }
  }

  /**
   * Deletes runs of a pipeline.
   *
   * @param staying ids of runs that stay whatever their age: those that readers follow
   * @return ids of those that went
   */
  public List<String> clear(String pipeline, Set<String> staying) {
    List<Aged> runs = attempts(pipeline).stream().map(run -> aged(run, staying)).toList();
    List<Run> leaving = new ArrayList<>();
    runs.stream()
        .filter(aged -> aged.publishedAt() != null)
        .sorted(Comparator.comparing(Aged::publishedAtOrNever).reversed())
        .skip(config.keep())
        .map(Aged::run)
        .forEach(leaving::add);
    Instant before = now.minus(Duration.ofHours(config.unpublishedHours()));
    runs.stream()
        .filter(aged -> aged.publishedAt() == null)
        .map(Aged::run)
        .filter(run -> run.lastWritten().isBefore(before))
        .forEach(leaving::add);
    leaving.removeIf(run -> staying.contains(run.id()));
    leaving.forEach(store::delete);
    store.clearIntervals(pipeline, before);
    return leaving.stream().map(Run::id).toList();
  }

  private List<Run> attempts(String pipeline) {
    try {
      return store.attempts(pipeline);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the runs of " + pipeline, e);
    }
  }

  private static Aged aged(Run run, Set<String> staying) {
    Optional<Manifest> published =
        run.content(Run.MANIFEST)
            .flatMap(Manifest::readable)
            .filter(manifest -> manifest.status() == RunStatus.PUBLISHED)
            .filter(manifest -> staying.contains(run.id()) || run.exists(Run.POINTED));
    return new Aged(
        run,
        published.map(manifest -> manifest.run().finishedAt()).map(Instant::parse).orElse(null));
  }
}
