package io.winnow.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.RunReport;
import io.winnow.core.manifest.RunStatus;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code current/<pipeline>.json} holds: the run that readers follow.
 *
 * @param run id of the published run
 * @param path of its folder, relative to the root
 * @param manifest its manifest, relative to the root
 * @param publishedAt ISO-8601 instant, UTC
 * @param predecessor id of the run that readers followed before, or null
 */
public record Pointer(
    int schemaVersion,
    String run,
    String path,
    String manifest,
    String publishedAt,
    @Nullable String predecessor) {
  private static final int SCHEMA_VERSION = 1;

  /**
   * A pointer to a run, from now on.
   *
   * @param before where readers are sent until then, or null
   */
  public static Pointer to(RunReport run, @Nullable Pointer before) {
    String path = "runs/" + run.id();
    return new Pointer(
        SCHEMA_VERSION,
        run.id(),
        path,
        path + "/" + Run.MANIFEST,
        Attempt.now(),
        before == null ? null : before.otherThan(run.id()));
  }

  /** The pointer of a pipeline, if anything of it has been published. */
  public static Optional<Pointer> of(RunStore store, String pipeline) {
    try {
      Optional<byte[]> json = store.pointed(pipeline);
      return json.isEmpty()
          ? Optional.empty()
          : Optional.of(Json.MAPPER.readValue(json.get(), Pointer.class));
    } catch (JsonProcessingException e) {
      throw new WinnowException(
          ExitCode.FAULT,
          "current/%s.json: is no pointer: %s; publish a run again"
              .formatted(pipeline, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          "root: current/%s.json cannot be read: %s; check the root, and the credentials it needs"
              .formatted(pipeline, e.getMessage()),
          e);
    }
  }

  /**
   * Moves the pointer of a pipeline here, and leaves a mark in the run for the time when the
   * pointer has moved on. Should a process die before it could do so, whoever moves the pointer
   * next does.
   *
   * @return whether it is what readers find now; no, if another process has moved it since
   */
  public boolean save(RunStore store, Run target) {
    if (predecessor != null) {
      store.existing(predecessor).ifPresent(Pointer::mark);
    }
    try {
      boolean isCurrent = store.point(target, Json.pretty(this));
      mark(target);
      return isCurrent;
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.FAULT,
          "current/%s.json: cannot be written: %s; publish run '%s' again"
              .formatted(target.pipeline(), e.getMessage(), run),
          e);
    }
  }

  /**
   * Whether a run is published and was ever pointed to. One whose driver died after its manifest
   * was final and before the pointer moved was not.
   */
  public boolean hasReached(Run other) {
    return Attempt.status(other).equals(Optional.of(RunStatus.PUBLISHED))
        && (run.equals(other.id()) || other.exists(Run.POINTED));
  }

  private static void mark(Run reached) {
    if (!reached.exists(Run.POINTED)) {
      reached.write(Run.POINTED, new byte[0]);
    }
  }

  private @Nullable String otherThan(String id) {
    return run.equals(id) ? predecessor : run;
  }
}
