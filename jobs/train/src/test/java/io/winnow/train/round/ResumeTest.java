package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.NO_GPU;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.CheckpointConfig;
import io.winnow.core.config.EarlyStoppingConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.metrics.Metric;
import io.winnow.prepare.store.Run;
import io.winnow.prepare.store.RunStore;
import io.winnow.train.EpochProgress;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundProgress;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that is interrupted and goes on. */
class ResumeTest {
  private static final CheckpointConfig EVERY_ROUND = new CheckpointConfig(1, 2);

  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void newRun() {
    run =
        RunStore.open(folder.toString(), new Configuration())
            .newAttempt("p", "i", taken -> "{}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void endsInTheSameBitsWhereverItWasInterrupted() {
    TrainingTask task = task(96);
    TrainingResult expected = new RoundTrainer(Checkpoints.none()).train(task, epoch -> {});

    // In the middle of an epoch; before its validation; after it, in the first round of the next.
    List<Integer> interruptions = List.of(1, 2, 5);
    for (int i = 0; i < interruptions.size(); i++) {
      Listener interrupted = new Listener(interruptions.get(i));
      assertThatThrownBy(() -> train(task, EVERY_ROUND, interrupted))
          .isInstanceOf(Interruption.class);
      assertThat(interrupted.resumed).isEqualTo(i == 0 ? 0 : interruptions.get(i - 1));
    }
    Listener last = new Listener(Integer.MAX_VALUE);
    TrainingResult resumed = train(task, EVERY_ROUND, last);

    assertThat(last.resumed).isEqualTo(5);
    assertThat(resumed.network().parameters()).isEqualTo(expected.network().parameters());
    assertThat(resumed.report()).isEqualTo(expected.report());
    assertThat(resumed.report().epochs()).hasSizeGreaterThan(3);
  }

  @Test
  void keepsTheLastOnesAndPassesOverADamagedOne() {
    TrainingTask task = task(96);
    assertThatThrownBy(() -> train(task, EVERY_ROUND, new Listener(3)))
        .isInstanceOf(Interruption.class);
    assertThat(run.list("checkpoints"))
        .containsExactly("checkpoints/000000000002.bin", "checkpoints/000000000003.bin");
    byte[] damaged = run.read("checkpoints/000000000003.bin");
    damaged[damaged.length / 2] ^= 1;
    run.write("checkpoints/000000000003.bin", damaged);

    Listener next = new Listener(4);
    assertThatThrownBy(() -> train(task, EVERY_ROUND, next)).isInstanceOf(Interruption.class);

    assertThat(next.resumed).isEqualTo(2);
    Checkpoints.in(run, EVERY_ROUND).clear();
    assertThat(run.list("checkpoints")).isEmpty();
  }

  @Test
  void beginsAnewOnOtherRows() {
    assertThatThrownBy(() -> train(task(96), EVERY_ROUND, new Listener(5)))
        .isInstanceOf(Interruption.class);
    Listener other = new Listener(1);

    assertThatThrownBy(() -> train(task(98), EVERY_ROUND, other)).isInstanceOf(Interruption.class);

    assertThat(other.resumed).isZero();
    assertThat(run.list("checkpoints")).containsExactly("checkpoints/000000000001.bin");
  }

  @Test
  void writesEveryFewRoundsOrNever() {
    assertThatThrownBy(() -> train(task(96), new CheckpointConfig(2, 5), new Listener(5)))
        .isInstanceOf(Interruption.class);
    assertThat(run.list("checkpoints"))
        .containsExactly("checkpoints/000000000002.bin", "checkpoints/000000000004.bin");
    Checkpoints.in(run, EVERY_ROUND).clear();

    assertThatThrownBy(() -> train(task(96), new CheckpointConfig(0, 5), new Listener(3)))
        .isInstanceOf(Interruption.class);
    assertThat(run.list("checkpoints")).isEmpty();
  }

  private TrainingResult train(TrainingTask task, CheckpointConfig config, Listener listener) {
    return new RoundTrainer(Checkpoints.in(run, config)).train(task, listener);
  }

  /** Two rounds an epoch, with dropout, validation and early stopping. */
  private static TrainingTask task(int rows) {
    return new TrainingTask(
        network(0.4),
        new TrainingConfig(
            Engine.ROUNDS,
            2,
            2,
            16,
            6,
            5,
            new UpdaterConfig(UpdaterName.ADAM, 0.02, 0.9, null),
            new EarlyStoppingConfig(Metric.LOG_LOSS, 4, 0),
            EVERY_ROUND,
            NO_GPU,
            null,
            1L << 30,
            null),
        CLASSES,
        PreparedSplit.of("train", vectors(classRows(rows, 1), 2)),
        PreparedSplit.of("validation", vectors(classRows(40, 2), 2)),
        null);
  }

  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Interrupts after so many rounds, counted with those before it was resumed. */
  private static final class Listener implements ProgressListener {
    private final int last;
    private final List<RoundProgress> rounds = new ArrayList<>();
    private long resumed;

    private Listener(int last) {
      this.last = last;
    }

    @Override
    public void epochEnded(EpochProgress epoch) {
      assertThat(epoch.secondsLeft()).isNotNegative();
    }

    @Override
    public void roundEnded(RoundProgress round) {
      rounds.add(round);
      if (resumed + rounds.size() == last) {
        throw new Interruption();
      }
    }

    @Override
    public void resumed(long before) {
      resumed = before;
    }
  }
}
