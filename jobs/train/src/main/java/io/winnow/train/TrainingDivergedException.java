package io.winnow.train;

import io.winnow.core.manifest.TrainingReport;

/**
 * Training that left the finite numbers, or ended worse than it began. The message is one line that
 * names the epoch and, where parameters are not finite, the layer.
 */
public final class TrainingDivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TrainingReport report;

  /** The failure of a training whose history is the report. */
  public TrainingDivergedException(String message, TrainingReport report) {
    super(message);
    this.report = report;
  }

  /** How training went up to here. */
  public TrainingReport report() {
    return report;
  }
}
