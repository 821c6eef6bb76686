package io.winnow.core.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.winnow.core.failure.WinnowException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How Winnow reads and writes JSON and YAML, in one place. */
public final class Json {
  /**
   * Reads YAML. A key that stands twice and a second document are errors; {@code yes}, {@code no},
   * {@code on} and {@code off} are the texts that a table holds, only {@code true} and {@code
   * false} are booleans.
   */
  public static final ObjectMapper YAML =
      YAMLMapper.builder(new YAMLFactory())
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads and writes JSON: maps in the order of their keys, unknown properties are errors. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /** Indented JSON that ends with a line break. */
  public static byte[] pretty(Object value) {
    try {
      byte[] json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
    }
  }

  /**
   * A record made of a tree that a JSON Schema has already checked.
   *
   * @param file what the tree was read from, for the message
   * @throws WinnowException when the record itself refuses a value
   */
  static <T> T bind(String file, JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      String key =
          e.getPath().stream()
              .map(part -> part.getIndex() < 0 ? part.getFieldName() : "" + part.getIndex())
              .collect(Collectors.joining("."));
      Throwable cause = e.getCause();
      String why =
          cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
      throw WinnowException.usage("%s: %s: %s".formatted(file, key, why));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read " + type.getName(), e);
    }
  }
}
