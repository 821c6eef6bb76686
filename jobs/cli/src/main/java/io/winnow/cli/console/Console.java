package io.winnow.cli.console;

import io.winnow.core.redact.KnownSecrets;
import io.winnow.core.redact.Redactor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where a command prints: its result to stdout, everything else to stderr, without secrets. */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;

  /** A console over two streams. */
  public Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** One line, or a text of several, of the result. */
  public void result(String text) {
    String shown = KnownSecrets.hide(text);
    out.print(shown.endsWith("\n") ? shown : shown + "\n");
    out.flush();
  }

  /** Where help that was asked for is printed. */
  public PrintWriter helpWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  /** What is going on. */
  public void progress(String line) {
    err.println(Redactor.redact(line));
  }

  /** The one line that tells a failure. */
  public void failure(Failure failure) {
    err.println("error: " + failure.message());
  }
}
