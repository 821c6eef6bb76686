package io.winnow.cli.console;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.redact.Redactor;
import io.winnow.train.TrainingDivergedException;
import picocli.CommandLine.ParameterException;

/**
 * How a failure is told and how the command ends.
 *
 * @param message one line, without secrets
 */
public record Failure(ExitCode exitCode, String message) {

  /** What was thrown, or what lies beneath it where Spark has wrapped it. */
  public static Failure of(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      root = cause;
      if (cause instanceof WinnowException expected) {
        return new Failure(expected.exitCode(), line(expected));
      }
      if (cause instanceof TrainingDivergedException diverged) {
        return new Failure(ExitCode.TRAINING, line(diverged));
      }
      if (cause instanceof ParameterException usage) {
        return new Failure(
            ExitCode.USAGE,
            "%s; see %s --help"
                .formatted(line(usage), usage.getCommandLine().getCommandSpec().qualifiedName()));
      }
    }
    return new Failure(
        ExitCode.FAULT,
        "unexpected fault: %s: %s (--debug shows where)"
            .formatted(root.getClass().getSimpleName(), line(root)));
  }

  private static String line(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).strip();
    return Redactor.redact(message.replaceAll("\\s*\\R\\s*", " "));
  }
}
