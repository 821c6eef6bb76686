package io.winnow.cli.job;

import io.winnow.core.manifest.StageReport;

/** Times a stage. */
final class Stopwatch {
  private final long since = System.nanoTime();

  private Stopwatch() {}

  static Stopwatch started() {
    return new Stopwatch();
  }

  /** The stage, now done. */
  StageReport stage(String name, long rowsIn, long rowsOut) {
    return new StageReport(name, rowsIn, rowsOut, (System.nanoTime() - since) / 1e9);
  }
}
