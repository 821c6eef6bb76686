package io.winnow.cli.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.redact.KnownSecrets;
import io.winnow.core.redact.Redactor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.MDC;

/** Where a command prints: its result to stdout, everything else to stderr, without secrets. */
public final class Console {
  private static final String RUN = "run";

  private final PrintStream out;
  private final PrintStream err;
  private final LogFormat format;

  /** A console over two streams. */
  public Console(PrintStream out, PrintStream err, LogFormat format) {
    this.out = out;
    this.err = err;
    this.format = format;
  }

  /** From now on, all that is told and logged is about this run. */
  public void begin(String runId) {
    MDC.put(RUN, runId);
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
    String text = Redactor.redact(line);
    err.println(
        switch (format) {
          case TEXT -> text;
          case JSON -> json(text);
        });
  }

  /** The one line that tells a failure. */
  public void failure(Failure failure) {
    err.println("error: " + failure.message());
  }

  private static String json(String message) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    event.put("level", "INFO").put("logger", "winnow");
    event.put(RUN, MDC.get(RUN)).put("message", message);
    return event.toString();
  }
}
