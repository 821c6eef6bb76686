package io.winnow.core.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much a row counts in the loss, by its class.
 *
 * @param kind whether weights are declared or follow from the rows
 * @param declared weights by class; classes that are not named count 1
 */
public record ClassWeightConfig(Kind kind, Map<String, Double> declared) {
  private static final String BALANCED_TEXT = "balanced";

  /** Where weights come from. */
  public enum Kind {
    /** All classes together count the same. */
    BALANCED,
    /** As declared. */
    DECLARED
  }

  /** Reads {@code balanced} or a mapping. */
  @JsonCreator
  public static ClassWeightConfig of(JsonNode node) {
    Map<String, Double> declared = new TreeMap<>();
    node.fields()
        .forEachRemaining(field -> declared.put(field.getKey(), field.getValue().asDouble()));
    return new ClassWeightConfig(node.isTextual() ? Kind.BALANCED : Kind.DECLARED, declared);
  }

  /** What was read. */
  @JsonValue
  public Object value() {
    return switch (kind) {
      case BALANCED -> BALANCED_TEXT;
      case DECLARED -> declared;
    };
  }
}
