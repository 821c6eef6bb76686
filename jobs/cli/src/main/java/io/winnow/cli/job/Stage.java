package io.winnow.cli.job;

/** A part of a run that reads what earlier parts left in the attempt, and adds its own. */
@FunctionalInterface
interface Stage {
  /**
   * Does its part.
   *
   * @throws io.winnow.core.failure.WinnowException when the attempt has to end here
   */
  void run(Attempt attempt, JobContext context);
}
