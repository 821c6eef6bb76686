package io.winnow.cli.job;

/**
 * Profiles a table that has declared checks, so that a bad one ends the night before it is used.
 */
final class CheckStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    if (!attempt.config().checks().isEmpty()) {
      new ProfileStage().run(attempt, context);
    }
  }
}
