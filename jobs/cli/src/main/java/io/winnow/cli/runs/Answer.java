package io.winnow.cli.runs;

import io.winnow.cli.console.Failure;
import java.util.Optional;

/** What a command about runs prints. */
public sealed interface Answer permits RunList, RunDetails, Verification, Rollback {
  /** For people. */
  String text();

  /** All of it, as one document. */
  String json();

  /** Why the command does not end well, beside what it prints. */
  default Optional<Failure> failure() {
    return Optional.empty();
  }
}
