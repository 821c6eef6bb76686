package io.winnow.cli.job;

import io.winnow.core.config.RetentionConfig;
import io.winnow.prepare.store.Retention;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes runs that have had their time. What fails here is left to the next publication. */
final class RetentionStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    RetentionConfig config = attempt.config().retention();
    if (config == null) {
      return;
    }
    String pipeline = attempt.run().pipeline();
    try {
      List<String> deleted =
          new Retention(attempt.store(), config, Instant.now())
              .clear(pipeline, staying(attempt, pipeline));
      if (!deleted.isEmpty()) {
        context.console().progress("deleted " + String.join(", ", deleted));
      }
    } catch (RuntimeException e) {
      context.console().progress("retention is not complete: " + e.getMessage());
    }
  }

  private static Set<String> staying(Attempt attempt, String pipeline) {
    Set<String> staying = new HashSet<>(Set.of(attempt.run().id()));
    Pointer.of(attempt.store(), pipeline)
        .ifPresent(
            pointer -> {
              staying.add(pointer.run());
              if (pointer.predecessor() != null) {
                staying.add(pointer.predecessor());
              }
            });
    return staying;
  }
}
