package io.winnow.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The configuration files of the tests. */
final class ConfigFiles {
  private static final Path FOLDER = Path.of("src/test/resources/config");

  private ConfigFiles() {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  /** Loads a file of the folder with settings. */
  static LoadedConfig load(String name, String... settings) {
    return ConfigLoader.load(file(name), List.of(settings));
  }

  /** A JSON file of the folder. */
  static JsonNode json(String name) {
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(file(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The minimal pipeline with one text in place of another, beside its table schema. */
  static Path edited(Path folder, String text, String replacement) throws IOException {
    Files.copy(file("people.yaml"), folder.resolve("people.yaml"));
    String edited = Files.readString(file("minimal.yaml")).replace(text, replacement);
    return Files.writeString(folder.resolve("edited.yaml"), edited);
  }
}
