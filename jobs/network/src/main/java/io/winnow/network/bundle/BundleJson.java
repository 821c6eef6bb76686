package io.winnow.network.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;

/** The JSON files of a bundle. */
final class BundleJson {
  private BundleJson() {}

  static <T> T read(String name, byte[] content, Class<T> type) {
    try {
      return Json.MAPPER.readValue(content, type);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** The manifest, whose version is looked at before anything else of it. */
  static BundleManifest manifest(byte[] content) {
    try {
      JsonNode version = Json.MAPPER.readTree(content).path("schemaVersion");
      if (version.asInt() != BundleManifest.SCHEMA_VERSION) {
        throw new WinnowException(
            ExitCode.FAULT,
            ("bundle.json: schemaVersion is '%s', this version of Winnow reads %d; use the"
                    + " one that wrote it")
                .formatted(version.asText(), BundleManifest.SCHEMA_VERSION));
      }
      return Json.MAPPER.readValue(content, BundleManifest.class);
    } catch (IOException e) {
      throw unreadable(BundleManifest.NAME, e);
    }
  }

  private static WinnowException unreadable(String name, IOException e) {
    return new WinnowException(
        ExitCode.FAULT, name + ": not readable as a part of a bundle; train again", e);
  }
}
