package io.winnow.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** YAML files as trees, and the {@code path=value} settings that change them. */
final class ConfigTree {
  private ConfigTree() {}

  /** Reads a file that holds one YAML mapping. */
  static ObjectNode read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw WinnowException.usage(file + ": no such file; give the path of a YAML file");
    }
    try {
      JsonNode tree = Json.YAML.readTree(Files.readAllBytes(file));
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw WinnowException.usage(
          file + ": holds no keys; a mapping of keys to values is expected");
    } catch (JsonProcessingException e) {
      throw WinnowException.usage(
          "%s: not valid YAML in line %d: %s"
              .formatted(file, line(e), e.getOriginalMessage().replaceAll("\\s+", " ")));
    } catch (IOException e) {
      throw new WinnowException(ExitCode.USAGE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  /**
   * Sets one value.
   *
   * @param setting {@code path=value}; the path's keys are joined by dots, list positions count
   *     from 0, and the value is YAML
   */
  static void set(ObjectNode tree, String setting) {
    int equals = setting.indexOf('=');
    if (equals <= 0) {
      throw WinnowException.usage(
          "--set " + setting + ": not of the form path=value, as in --set training.epochs=5");
    }
    String[] keys = setting.substring(0, equals).trim().split("\\.", -1);
    JsonNode node = tree;
    for (int i = 0; i < keys.length - 1; i++) {
      node = child(node, keys[i], setting);
    }
    JsonNode value = value(setting.substring(equals + 1));
    String last = keys[keys.length - 1];
    if (node instanceof ObjectNode object) {
      object.set(last, value);
    } else if (node instanceof ArrayNode array && index(last, array) != null) {
      array.set(Integer.parseInt(last), value);
    } else {
      throw WinnowException.usage("--set " + setting + ": '" + last + "' is not below a mapping");
    }
  }

  private static JsonNode child(JsonNode node, String key, String setting) {
    if (node instanceof ObjectNode object) {
      JsonNode child = object.get(key);
      return child == null || child.isNull() ? object.putObject(key) : child;
    }
    if (node instanceof ArrayNode array && index(key, array) != null) {
      return array.get(Integer.parseInt(key));
    }
    throw WinnowException.usage("--set " + setting + ": nothing stands at '" + key + "'");
  }

  private static @Nullable Integer index(String key, ArrayNode array) {
    return key.matches("\\d{1,6}") && Integer.parseInt(key) < array.size()
        ? Integer.valueOf(key)
        : null;
  }

  private static JsonNode value(String text) {
    try {
      JsonNode value = Json.YAML.readTree(text);
      return value == null || value.isMissingNode() ? TextNode.valueOf(text) : value;
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
