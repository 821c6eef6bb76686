package io.winnow.cli.console;

/** How stderr tells what is going on. */
public enum LogFormat {
  /** Lines for a reader. */
  TEXT,
  /** One JSON object a line, with the time and the run; what log4j writes too. */
  JSON;

  /**
   * Name of the environment variable that asks for {@code json}; log4j2.properties reads it too.
   */
  private static final String VARIABLE = "WINNOW_LOG";

  /** What the environment asks for; text unless that is JSON. */
  public static LogFormat declared() {
    return "json".equals(System.getenv(VARIABLE)) ? JSON : TEXT;
  }
}
