package io.winnow.cli.job;

import io.winnow.cli.console.Console;
import io.winnow.train.EpochProgress;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundProgress;

/** Tells every epoch, and a round where nothing has been told for a while. */
final class TrainingLines implements ProgressListener {
  private static final long SILENCE_NANOS = 10_000_000_000L;

  private final Console console;
  private long told = System.nanoTime();

  TrainingLines(Console console) {
    this.console = console;
  }

  @Override
  public void epochEnded(EpochProgress epoch) {
    tell(epoch.line());
  }

  @Override
  public void roundEnded(RoundProgress round) {
    if (System.nanoTime() - told > SILENCE_NANOS) {
      tell(round.line());
    }
  }

  @Override
  public void resumed(long rounds) {
    tell("training goes on after round " + rounds);
  }

  private void tell(String line) {
    console.progress(line);
    told = System.nanoTime();
  }
}
