package io.winnow.cli.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.winnow.core.config.Json;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended, as its JSON document says.
 *
 * @param status of the run, {@code done} for a command without one, or {@code failed}
 * @param runId null where no run was begun
 * @param manifest path of the manifest, or null
 */
public record CommandResult(
    String status, int exitCode, @Nullable String runId, @Nullable String manifest) {

  /** A failure before any run was begun. */
  public static CommandResult failed(Failure failure) {
    return new CommandResult("failed", failure.exitCode().code(), null, null);
  }

  /** One line. */
  public String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
