package io.winnow.prepare;

import io.winnow.core.manifest.StageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Times the stages of a job and tells of each as it ends. */
final class Stages {
  private final Consumer<String> progress;
  private final List<StageReport> reports = new ArrayList<>();
  private long since = System.nanoTime();

  Stages(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Ends a stage; the next one begins. */
  void end(String name, long rowsIn, long rowsOut) {
    long now = System.nanoTime();
    StageReport report = new StageReport(name, rowsIn, rowsOut, (now - since) / 1e9);
    since = now;
    reports.add(report);
    progress.accept(report.line());
  }

  /** Tells of something within a stage. */
  void tell(String line) {
    progress.accept(line);
  }

  List<StageReport> reports() {
    return List.copyOf(reports);
  }
}
