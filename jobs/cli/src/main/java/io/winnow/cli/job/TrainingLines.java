package io.winnow.cli.job;

import io.winnow.cli.console.Console;
import io.winnow.core.manifest.Warning;
import io.winnow.train.EpochProgress;
import io.winnow.train.ProgressListener;
import io.winnow.train.RoundProgress;
import io.winnow.train.WorkerDevices;
import java.util.ArrayList;
import java.util.List;

/** Tells every epoch, and a round where nothing has been told for a while. */
final class TrainingLines implements ProgressListener {
  private static final long SILENCE_NANOS = 10_000_000_000L;

  private final Console console;
  private final List<Warning> warnings = new ArrayList<>();
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
  public void placed(WorkerDevices devices) {
    tell(devices.line());
  }

  @Override
  public void advised(String advice) {
    tell("slow: " + advice);
    warnings.add(new Warning("ONE_WORKER_FASTER", advice));
  }

  @Override
  public void resumed(long rounds) {
    tell("training goes on after round " + rounds);
  }

  /** What the manifest is to tell of the training. */
  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  private void tell(String line) {
    console.progress(line);
    told = System.nanoTime();
  }
}
