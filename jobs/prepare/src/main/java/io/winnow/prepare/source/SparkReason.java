package io.winnow.prepare.source;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.redact.Redactor;
import java.util.concurrent.Callable;

/** Says in one line why Spark or a library beneath it refused. */
final class SparkReason {
  private static final int LONGEST = 300;

  private SparkReason() {}

  /**
   * The result of a call that does not read rows.
   *
   * @param problem what has gone wrong if it fails
   */
  static <T> T of(String problem, Callable<T> call) {
    try {
      return call.call();
    } catch (WinnowException e) {
      throw e;
    } catch (Exception e) {
      throw new WinnowException(ExitCode.USAGE, problem + ": " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    // Spark adds the statement, the plan and the stack of executors in further lines.
    String first = message.strip().lines().findFirst().orElse("");
    return Redactor.redact(first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first);
  }
}
