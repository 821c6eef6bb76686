package io.winnow.cli.command;

import io.winnow.cli.console.CommandResult;
import io.winnow.cli.console.Failure;

/** A command that may have begun a run before it fails. */
public interface EndsRun {
  /** How the command ended, if a failure ended it. */
  CommandResult result(Failure failure);
}
