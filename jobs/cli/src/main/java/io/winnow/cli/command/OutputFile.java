package io.winnow.cli.command;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option asks for. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Writes it, into a folder that is there.
   *
   * @param option that names the file, for the message
   * @throws WinnowException where it cannot be written
   */
  static void write(String option, Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          "%s '%s': cannot be written: %s; choose another file".formatted(option, file, e),
          e);
    }
  }
}
