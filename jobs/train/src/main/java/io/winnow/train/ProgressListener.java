package io.winnow.train;

/** Is told how training goes. */
@FunctionalInterface
public interface ProgressListener {
  /** An epoch has ended and has been validated. */
  void epochEnded(EpochProgress epoch);
}
