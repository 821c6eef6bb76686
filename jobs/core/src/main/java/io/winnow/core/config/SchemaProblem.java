package io.winnow.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.winnow.core.config.SchemaDocument.Located;
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
      case "propertyNames" ->
          inPath(path)
              + "unknown key '%s'; allowed: %s"
                  .formatted(message.getProperty(), listed(allowedNames(message), ", "));
      case "required" -> inPath(path) + "key '" + message.getProperty() + "' is missing";
      case "enum" -> inPath(path) + shown(value) + " is not one of " + listed(rule, ", ");
      case "type" -> inPath(path) + shown(value) + " is not of type " + types(rule);
      default -> inPath(path) + shown(value) + " " + withoutLocation(message);
    };
  }

  private static List<String> allowedKeys(ValidationMessage message) {
    String pointer = message.getSchemaLocation().getFragment().toString();
    String owner = pointer.substring(0, pointer.lastIndexOf('/'));
    List<String> keys = new ArrayList<>();
    schema(message).root().at(owner).path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode allowedNames(ValidationMessage message) {
    return new Located(schema(message), message.getSchemaNode()).resolved().node().path("enum");
  }

  private static SchemaDocument schema(ValidationMessage message) {
    String file = message.getSchemaLocation().getAbsoluteIri().toString();
    return SchemaDocument.load(file.substring(file.lastIndexOf('/') + 1));
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
