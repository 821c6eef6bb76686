package io.winnow.cli.runs;

import io.winnow.cli.job.Pointer;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Manifest;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The runs below a root with what their manifests say. */
public final class RunCatalogue {
  private final RunStore store;
  private final Map<String, Optional<String>> current = new HashMap<>();

  /** The catalogue of a root. */
  public RunCatalogue(RunStore store) {
    this.store = store;
  }

  /** The runs that are asked for, by pipeline, interval and attempt. */
  public List<RunSummary> list(Predicate<Run> wanted) {
    return store.runs().stream().filter(wanted).map(this::summary).toList();
  }

  /**
   * A run by its id; without one, the published run of a pipeline.
   *
   * @param pipeline whose run it must be, or null
   * @throws WinnowException when there is none
   */
  public Run find(@Nullable String runId, @Nullable String pipeline) {
    if (runId == null) {
      String named = pipeline == null ? onlyPipeline() : pipeline;
      return current(named)
          .map(store::find)
          .orElseThrow(
              () -> WinnowException.usage("pipeline '%s' has no published run".formatted(named)));
    }
    Run run = store.find(runId);
    if (pipeline != null && !run.pipeline().equals(pipeline)) {
      throw WinnowException.usage(
          "run '%s' belongs to another pipeline than '%s'".formatted(runId, pipeline));
    }
    return run;
  }

  /** What is known of a run in short. */
  public RunSummary summary(Run run) {
    return RunSummary.of(run, readable(run).orElse(null), isCurrent(run));
  }

  /** What is known of a run. */
  public Manifest manifest(Run run) {
    return readable(run)
        .orElseThrow(
            () ->
                WinnowException.data(
                    "%s: is no manifest that can be read; choose another run"
                        .formatted(run.path(Run.MANIFEST))));
  }

  /** Reads every file of a run and compares it with what was written. */
  public Verification verify(Run run) {
    return Verification.of(run, manifest(run), isCurrent(run));
  }

  /** The run that was published last before another one of its pipeline. */
  Optional<Run> before(Run run) {
    Instant ended = ended(run);
    return store.runs().stream()
        .filter(other -> other.pipeline().equals(run.pipeline()))
        .filter(other -> wasPublished(other) && ended(other).isBefore(ended))
        .max(Comparator.comparing(this::ended));
  }

  /** Whether readers follow a run. */
  boolean isCurrent(Run run) {
    return current(run.pipeline()).map(run.id()::equals).orElse(false);
  }

  /** Whether readers follow a run, or ever did. */
  boolean wasPublished(Run run) {
    return readable(run).isPresent()
        && Pointer.of(store, run.pipeline()).filter(pointer -> pointer.hasReached(run)).isPresent();
  }

  /** Where the runs are. */
  RunStore store() {
    return store;
  }

  private Instant ended(Run run) {
    String finished = manifest(run).run().finishedAt();
    return finished == null ? Instant.MIN : Instant.parse(finished);
  }

  private Optional<String> current(String pipeline) {
    return current.computeIfAbsent(pipeline, name -> Pointer.of(store, name).map(Pointer::run));
  }

  private String onlyPipeline() {
    List<String> pipelines = store.runs().stream().map(Run::pipeline).distinct().toList();
    if (pipelines.size() == 1) {
      return pipelines.get(0);
    }
    throw WinnowException.usage(
        "--pipeline is needed: below the root are runs of %s"
            .formatted(pipelines.isEmpty() ? "no pipeline" : String.join(", ", pipelines)));
  }

  /** A list must not end at a manifest that a disk or a person has spoilt. */
  private static Optional<Manifest> readable(Run run) {
    try {
      return Manifest.readable(run.read(Run.MANIFEST));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
