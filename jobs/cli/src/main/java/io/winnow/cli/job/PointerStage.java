package io.winnow.cli.job;

/**
 * Moves the pointer that readers follow, once all that they find behind it is complete and final.
 */
final class PointerStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    Pointer before = Pointer.of(attempt.store(), attempt.run().pipeline()).orElse(null);
    boolean isCurrent =
        Pointer.to(attempt.manifest().run(), before).save(attempt.store(), attempt.run());
    context
        .console()
        .progress(
            "published "
                + attempt.run().id()
                + (isCurrent ? "" : "; another run was published at the same moment"));
  }
}
