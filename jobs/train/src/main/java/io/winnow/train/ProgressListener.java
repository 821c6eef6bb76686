package io.winnow.train;

/** Is told how training goes. */
@FunctionalInterface
public interface ProgressListener {
  /** An epoch has ended and has been validated. */
  void epochEnded(EpochProgress epoch);

  /** A round has ended; only told by trainers that see rounds. */
  default void roundEnded(RoundProgress round) {
    // Who wants to know of epochs only need not know of rounds.
  }

  /** The workers have begun. */
  default void placed(WorkerDevices devices) {
    // Who wants to know of epochs only need not know of devices.
  }

  /**
   * Training could be faster.
   *
   * @param advice in one line
   */
  default void advised(String advice) {
    // Who wants to know of epochs only need not take advice.
  }

  /**
   * Training goes on from a checkpoint.
   *
   * @param rounds that need not be run again
   */
  default void resumed(long rounds) {
    // Who wants to know of epochs only need not know of checkpoints.
  }
}
