package io.winnow.cli.job;

/**
 * Moves the pointer that readers follow: the last thing that happens, so that whoever follows it
 * finds everything complete.
 */
final class PointerStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    Pointer.to(attempt.manifest().run()).save(attempt.store(), attempt.run().pipeline());
    context.console().progress("published " + attempt.run().id());
  }
}
