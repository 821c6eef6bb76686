package io.winnow.train.round;

import io.winnow.core.config.CheckpointConfig;
import io.winnow.prepare.store.Run;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of a run, each replaced whole or not at all, of which the last few are kept. A
 * file that is damaged is passed over for the one before.
 */
public final class Checkpoints {
  private static final String FOLDER = "checkpoints";

  private final @Nullable Run run;
  private final CheckpointConfig config;

  private Checkpoints(@Nullable Run run, CheckpointConfig config) {
    this.run = run;
    this.config = config;
  }

  /** In the folder of a run. */
  public static Checkpoints in(Run run, CheckpointConfig config) {
    return new Checkpoints(run, config);
  }

  /** Nowhere: training always begins at the start. */
  public static Checkpoints none() {
    return new Checkpoints(null, new CheckpointConfig(0, 1));
  }

  /** Deletes all of them, once the model is saved. */
  public void clear() {
    if (run != null) {
      run.delete(FOLDER);
    }
  }

  /** Whether a checkpoint is to be written after so many rounds. */
  boolean isDue(long rounds) {
    return run != null && config.everyRounds() > 0 && rounds % config.everyRounds() == 0;
  }

  void save(Checkpoint checkpoint) {
    if (run == null) {
      return;
    }
    run.write(
        String.format(Locale.ROOT, "%s/%012d.bin", FOLDER, checkpoint.position().rounds()),
        checkpoint.toBytes());
    List<String> newestFirst = names(run);
    newestFirst.stream().skip(config.keep()).forEach(run::delete);
  }

  /** The newest one of the same rows and configuration. */
  Optional<Checkpoint> newest(String fingerprint) {
    Run from = run;
    if (from == null) {
      return Optional.empty();
    }
    return names(from).stream()
        .map(name -> Checkpoint.fromBytes(from.read(name)))
        .flatMap(Optional::stream)
        .filter(checkpoint -> checkpoint.fingerprint().equals(fingerprint))
        .findFirst();
  }

  /** Newest first. Nothing else than whole checkpoints ends like them. */
  private static List<String> names(Run run) {
    return run.list(FOLDER).stream()
        .filter(name -> name.endsWith(".bin"))
        .sorted(Collections.reverseOrder())
        .toList();
  }
}
