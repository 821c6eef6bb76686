package io.winnow.network.estimate.source;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.pass.NetworkModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Networks in Deeplearning4j's JSON, alone or in a model bundle. */
public final class NetworkFiles {
  private static final String ARCHITECTURE = "architecture.json";

  private NetworkFiles() {}

  /**
   * Whether a file or folder holds Deeplearning4j's JSON; anything else is of Winnow's own form.
   */
  public static boolean isDeeplearning4j(Path file) {
    return Files.isDirectory(file) || file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /**
   * Reads a network without trusting the file.
   *
   * @param file Deeplearning4j's JSON, or the folder of a model bundle
   * @param input shapes of its inputs; null where the file tells them
   * @throws WinnowException where the file cannot be read, is no such JSON, names a class that is
   *     not allowed, or does not tell the shapes of its inputs
   */
  public static NetworkModel read(Path file, @Nullable String input) {
    Path json = Files.isDirectory(file) ? file.resolve(ARCHITECTURE) : file;
    try {
      return new NetworkJson(file.toString()).parse(Files.readString(json), input);
    } catch (IOException e) {
      throw WinnowException.usage(
          "%s: cannot be read: %s".formatted(json, e.getClass().getSimpleName()));
    }
  }
}
