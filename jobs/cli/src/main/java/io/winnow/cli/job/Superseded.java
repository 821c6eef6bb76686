package io.winnow.cli.job;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.RunStatus;
import io.winnow.core.manifest.Warning;
import io.winnow.prepare.store.Run;
import java.util.List;
import java.util.Optional;

/** The end of an attempt that came second to publish an interval. */
final class Superseded {
  private final Attempt attempt;
  private final JobContext context;

  Superseded(Attempt attempt, JobContext context) {
    this.attempt = attempt;
    this.context = context;
  }

  /**
   * Ends the attempt, which changes nothing.
   *
   * @param first id of the attempt that came first
   * @throws WinnowException when that one is not published, so that the night is not good yet
   */
  void by(String first) {
    if (!isPublished(first)) {
      throw new WinnowException(
          ExitCode.FAULT,
          "run '%s' is not published: run '%s' of the same interval came first, and is not published yet; run again"
              .formatted(attempt.run().id(), first));
    }
    String message = "run '%s' was published for the interval first".formatted(first);
    attempt.draft().addWarnings(List.of(new Warning("SUPERSEDED", message)));
    attempt.end(RunStatus.SUPERSEDED);
    attempt.save();
    context.console().progress("superseded: " + message);
  }

  /** Readers may follow another interval by now. */
  private boolean isPublished(String first) {
    Run run = attempt.run();
    Optional<Pointer> pointer = Pointer.of(attempt.store(), run.pipeline());
    return attempt.store().attempts(run.pipeline(), run.interval()).stream()
        .filter(other -> other.id().equals(first))
        .anyMatch(other -> pointer.filter(current -> current.hasReached(other)).isPresent());
  }
}
