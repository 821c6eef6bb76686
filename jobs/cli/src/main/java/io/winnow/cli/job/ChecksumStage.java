package io.winnow.cli.job;

import io.winnow.prepare.store.Checksums;

/** Writes down the checksum of every file of the run, when the last of them is written. */
final class ChecksumStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    Checksums.of(attempt.run()).write(attempt.run());
  }
}
