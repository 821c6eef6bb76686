package io.winnow.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** Says what one validation message means: the path, the value and what is allowed. */
final class SchemaProblem {
  private SchemaProblem() {}

  static String describe(ValidationMessage message, JsonNode tree) {
    String pointer = message.getInstanceLocation().toString();
    JsonNode value = tree.at(pointer);
    JsonNode rule = message.getSchemaNode();
    String path = path(pointer);
    return switch (message.getType()) {
      case "additionalProperties" ->
          inPath(path)
              + "unknown key '%s'; allowed: %s"
                  .formatted(message.getProperty(), String.join(", ", allowedKeys(message)));
      case "required" -> inPath(path) + "key '" + message.getProperty() + "' is missing";
      case "enum" -> inPath(path) + shown(value) + " is not one of " + listed(rule, ", ");
      case "type" -> inPath(path) + shown(value) + " is not of type " + types(rule);
      default -> inPath(path) + shown(value) + " " + withoutLocation(message);
    };
  }

  private static List<String> allowedKeys(ValidationMessage message) {
    String location = message.getSchemaLocation().toString();
    String file = location.substring(location.lastIndexOf('/', location.indexOf('#')) + 1);
    file = file.substring(0, file.indexOf('#'));
    String pointer = location.substring(location.indexOf('#') + 1);
    String owner = pointer.substring(0, pointer.lastIndexOf('/'));
    List<String> keys = new ArrayList<>();
    SchemaDocument.load(file)
        .root()
        .at(owner)
        .path("properties")
        .fieldNames()
        .forEachRemaining(keys::add);
    return keys;
  }

  private static String withoutLocation(ValidationMessage message) {
    return message.getMessage().replaceFirst("^[^:]*: ", "");
  }

  private static String inPath(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }

  /** {@code /split/ratios/0} as {@code split.ratios.0}. */
  private static String path(String pointer) {
    return pointer.isEmpty()
        ? ""
        : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  private static String shown(JsonNode value) {
    return value.isTextual() ? "'" + value.textValue() + "'" : value.toString();
  }

  private static String types(JsonNode rule) {
    return rule.isArray() ? listed(rule, " or ") : rule.asText();
  }

  private static String listed(JsonNode values, String separator) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return String.join(separator, texts);
  }
}
