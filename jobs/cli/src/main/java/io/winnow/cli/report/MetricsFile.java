package io.winnow.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code report/metrics.json}: how good the model of a run is, word for word as in its manifest.
 */
public final class MetricsFile {
  private static final int SCHEMA_VERSION = 1;

  private MetricsFile() {}

  /** The file's content. */
  public static byte[] of(Manifest manifest) {
    try {
      JsonNode whole = Json.MAPPER.readTree(manifest.toJson());
      ObjectNode file = Json.MAPPER.createObjectNode();
      file.put("schemaVersion", SCHEMA_VERSION);
      file.put("run", manifest.run().id());
      file.set("test", whole.at("/metrics/test"));
      file.set("validation", whole.at("/metrics/validation"));
      file.set("gates", whole.get("gates"));
      return Json.pretty(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
