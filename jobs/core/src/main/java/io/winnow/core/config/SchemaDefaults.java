package io.winnow.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.SchemaDocument.Located;
import org.jspecify.annotations.Nullable;

/**
 * Fills the {@code default} values of a JSON Schema into a tree, so that keys, allowed values and
 * defaults stand in one file. Understands what Winnow's schemas use: properties,
 * additionalProperties, items, local and file references, and {@code if/then} on a constant.
 */
final class SchemaDefaults {
  private SchemaDefaults() {}

  /** Fills in place. Leaves alone what has the wrong shape: validation names it. */
  static void fill(JsonNode instance, SchemaDocument schema) {
    fill(instance, new Located(schema, schema.root()));
  }

  private static void fill(JsonNode instance, Located reference) {
    Located schema = reference.resolved();
    if (instance instanceof ObjectNode object) {
      fillProperties(object, schema);
      fillOthers(object, schema);
      for (JsonNode branch : schema.node().path("allOf")) {
        if (applies(branch.path("if"), object)) {
          fill(object, new Located(schema.document(), branch.path("then")));
        }
      }
    } else if (instance.isArray() && schema.node().has("items")) {
      Located items = new Located(schema.document(), schema.node().get("items"));
      instance.forEach(item -> fill(item, items));
    }
  }

  private static void fillProperties(ObjectNode object, Located schema) {
    schema
        .node()
        .path("properties")
        .fields()
        .forEachRemaining(
            property ->
                fillChild(
                    object,
                    property.getKey(),
                    new Located(schema.document(), property.getValue())));
  }

  private static void fillOthers(ObjectNode object, Located schema) {
    JsonNode others = schema.node().path("additionalProperties");
    if (!others.isObject()) {
      return;
    }
    for (var field : object.properties()) {
      if (!schema.node().path("properties").has(field.getKey())) {
        fillChild(object, field.getKey(), new Located(schema.document(), others));
      }
    }
  }

  private static void fillChild(ObjectNode object, String key, Located schema) {
    JsonNode value = object.get(key);
    if (value == null || value.isNull()) {
      JsonNode filled = defaultOf(schema);
      if (filled == null) {
        return;
      }
      value = filled.deepCopy();
      object.set(key, value);
    }
    fill(value, schema);
  }

  private static @Nullable JsonNode defaultOf(Located schema) {
    JsonNode own = schema.node().get("default");
    return own != null ? own : schema.resolved().node().get("default");
  }

  private static boolean applies(JsonNode condition, ObjectNode object) {
    for (var property : condition.path("properties").properties()) {
      if (!property.getValue().path("const").equals(object.path(property.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
