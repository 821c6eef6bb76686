package io.winnow.core.failure;

/** How a command ended, as schedulers see it. */
public enum ExitCode {
  /** Done, or nothing to do. */
  DONE(0),
  /** An unexpected fault. */
  FAULT(1),
  /** Bad usage or configuration. */
  USAGE(2),
  /** Bad data: a quality gate. */
  DATA(3),
  /** Does not fit into the memory of a GPU or worker. */
  DOES_NOT_FIT(4),
  /** Training failed: not a number, or diverged. */
  TRAINING(5),
  /** A gate of the model refused publication. */
  GATE(6);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process exit status. */
  public int code() {
    return code;
  }
}
