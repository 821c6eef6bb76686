package io.winnow.cli.job;

import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.RunReport;
import io.winnow.prepare.store.RunStore;
import java.io.IOException;
import java.util.Optional;

/**
 * What {@code current/<pipeline>.json} holds: the run that readers follow.
 *
 * @param run id of the published run
 * @param path of its folder, relative to the root
 * @param manifest its manifest, relative to the root
 * @param publishedAt ISO-8601 instant, UTC
 */
public record Pointer(
    int schemaVersion, String run, String path, String manifest, String publishedAt) {
  private static final int SCHEMA_VERSION = 1;

  /** A pointer to a run, from now on. */
  public static Pointer to(RunReport run) {
    String path = "runs/" + run.id();
    return new Pointer(
        SCHEMA_VERSION, run.id(), path, path + "/" + Attempt.MANIFEST, Attempt.now());
  }

  /** The pointer of a pipeline, if anything of it has been published. */
  public static Optional<Pointer> of(RunStore store, String pipeline) {
    try {
      Optional<byte[]> json = store.pointed(pipeline);
      return json.isEmpty()
          ? Optional.empty()
          : Optional.of(Json.MAPPER.readValue(json.get(), Pointer.class));
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.FAULT,
          "current/%s.json: cannot be read: %s; publish a run again"
              .formatted(pipeline, e.getMessage()),
          e);
    }
  }

  /** Moves the pointer of a pipeline here. */
  public void save(RunStore store, String pipeline) {
    try {
      store.point(pipeline, Json.pretty(this));
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.FAULT,
          "current/%s.json: cannot be written: %s; publish run '%s' again"
              .formatted(pipeline, e.getMessage(), run),
          e);
    }
  }
}
