package io.winnow.core.failure;

/**
 * A failure that a user can mend. Its message is one line that names the file, column or key, the
 * value and the remedy, and holds no cell of a sensitive column.
 */
public final class WinnowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /** A failure with the exit status it ends the command with. */
  public WinnowException(ExitCode exitCode, String message) {
    super(oneLine(message));
    this.exitCode = exitCode;
  }

  /** A failure with the fault underneath. */
  public WinnowException(ExitCode exitCode, String message, Throwable cause) {
    super(oneLine(message), cause);
    this.exitCode = exitCode;
  }

  /** Bad usage or configuration: exit status 2. */
  public static WinnowException usage(String message) {
    return new WinnowException(ExitCode.USAGE, message);
  }

  /** Bad data: exit status 3. */
  public static WinnowException data(String message) {
    return new WinnowException(ExitCode.DATA, message);
  }

  /** Exit status that the command ends with. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** A value that a message quotes may hold line breaks. */
  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
