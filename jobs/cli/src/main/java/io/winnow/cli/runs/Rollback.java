package io.winnow.cli.runs;

import io.winnow.cli.job.Pointer;
import io.winnow.core.config.Json;
import io.winnow.core.failure.WinnowException;
import io.winnow.prepare.store.Run;
import org.jspecify.annotations.Nullable;

/**
 * Moves the pointer of a pipeline back to an earlier published run, which is verified first.
 *
 * @param status {@code rolledBack}, or {@code unchanged} where readers follow that run already
 * @param runId that readers follow now
 * @param previous that they followed before; null where there was none
 * @param manifest path of the run's manifest
 */
public record Rollback(
    String status, int exitCode, String runId, @Nullable String previous, String manifest)
    implements Answer {

  /**
   * Rolls back.
   *
   * @param runId null for the run that was published before the current one
   * @param pipeline null where the id or the root tells it
   * @throws WinnowException when there is no such run, it was never published, or is not whole; the
   *     pointer then stays
   */
  public static Rollback to(
      RunCatalogue catalogue, @Nullable String runId, @Nullable String pipeline) {
    Run target = runId == null ? before(catalogue, pipeline) : catalogue.find(runId, pipeline);
    if (!catalogue.wasPublished(target)) {
      throw WinnowException.usage(
          "run '%s' was never what readers follow, its status is %s; choose one that was, or publish it"
              .formatted(target.id(), catalogue.summary(target).status()));
    }
    Pointer before = Pointer.of(catalogue.store(), target.pipeline()).orElse(null);
    String previous = before == null ? null : before.run();
    if (target.id().equals(previous)) {
      return new Rollback("unchanged", 0, target.id(), previous, target.path(Run.MANIFEST));
    }
    Verification verification = catalogue.verify(target);
    if (!verification.isWhole()) {
      throw WinnowException.data(
          "%s; the pointer stays at '%s'".formatted(verification.refusal(), previous));
    }
    Pointer.to(catalogue.manifest(target).run(), before).save(catalogue.store(), target);
    return new Rollback("rolledBack", 0, target.id(), previous, target.path(Run.MANIFEST));
  }

  private static Run before(RunCatalogue catalogue, @Nullable String pipeline) {
    Run current = catalogue.find(null, pipeline);
    return catalogue
        .before(current)
        .orElseThrow(
            () ->
                WinnowException.usage(
                    "pipeline '%s' has no published run before '%s'"
                        .formatted(current.pipeline(), current.id())));
  }

  @Override
  public String text() {
    return status.equals("unchanged")
        ? "%s is current already".formatted(runId)
        : "current is %s, was %s".formatted(runId, previous);
  }

  @Override
  public String json() {
    return Json.MAPPER.valueToTree(this).toString();
  }
}
