package io.winnow.core.manifest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.PreparedReport.PreparedSplit;
import io.winnow.core.redact.KnownSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON form of a manifest. */
final class ManifestJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(String.class, new ShownText())
                  .addSerializer(double.class, new FiniteNumber(double.class))
                  .addSerializer(Double.class, new FiniteNumber(Double.class)))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    try {
      return (MAPPER.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifest read(byte[] json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      int version = tree.path("schemaVersion").asInt();
      if (version != Manifest.SCHEMA_VERSION) {
        throw WinnowException.usage(
            "manifest.json: schemaVersion %s is not %d: use the version of Winnow that wrote it"
                .formatted(tree.path("schemaVersion"), Manifest.SCHEMA_VERSION));
      }
      return MAPPER.treeToValue(tree, Manifest.class);
    } catch (IOException e) {
      throw WinnowException.usage(
          "manifest.json: not readable as a manifest: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /**
   * No secret of this process stands in a text. Keys and names of the program are no texts, and
   * what says where things are shows no more than the paths themselves do.
   */
  private static final class ShownText extends StdSerializer<String> {
    private static final long serialVersionUID = 1L;

    ShownText() {
      super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      Object owner = json.currentValue();
      boolean isPlace =
          owner instanceof RunReport
              || owner instanceof PreparedSplit
              || owner instanceof ModelReport;
      json.writeString(isPlace ? value : KnownSecrets.hide(value));
    }
  }

  /** JSON has no NaN and no infinity: what is not finite is null. */
  private static final class FiniteNumber extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    FiniteNumber(Class<Double> type) {
      super(type);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
