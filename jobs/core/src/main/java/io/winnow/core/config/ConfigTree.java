package io.winnow.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YAML files as trees, and the {@code path=value} settings that change them. */
final class ConfigTree {
  /** One key of a path, in quotes or plain, and what follows it. */
  private static final Pattern KEY = Pattern.compile("\\G(?:\"([^\"]+)\"|([^.=\"]+))([.=])");

  private ConfigTree() {}

  /** Reads a file that holds one YAML mapping. */
  static ObjectNode read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw WinnowException.usage(file + ": no such file; give the path of a YAML file");
    }
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new WinnowException(ExitCode.USAGE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads a YAML file of the class path, as {@code "conf/gpus.yaml"}. */
  static ObjectNode resource(String name) {
    try (InputStream in =
        ConfigTree.class.getClassLoader().getResourceAsStream("io/winnow/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " on the class path");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text that holds one YAML mapping.
   *
   * @param file where it stands, for messages
   */
  static ObjectNode parse(String file, String text) {
    try {
      JsonNode tree = Json.YAML.readTree(text);
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw WinnowException.usage(
          file + ": holds no keys; a mapping of keys to values is expected");
    } catch (MismatchedInputException e) {
      throw WinnowException.usage(
          "%s: a second document begins in line %d; a file holds one".formatted(file, line(e)));
    } catch (JsonProcessingException e) {
      throw WinnowException.usage(
          "%s: not valid YAML in line %d: %s"
              .formatted(file, line(e), e.getOriginalMessage().replaceAll("\\s+", " ")));
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  /**
   * Sets one value.
   *
   * @param setting {@code path=value}; the path's keys are joined by dots, a key that holds a dot
   *     or an equals sign stands in double quotes, list positions count from 0; the value is YAML
   *     as it stands between the brackets of a list, else a text
   */
  static void set(ObjectNode tree, String setting) {
    List<String> keys = new ArrayList<>();
    Matcher key = KEY.matcher(setting);
    boolean more = true;
    while (more && key.find()) {
      keys.add(key.group(1) == null ? key.group(2) : key.group(1));
      more = key.group(3).equals(".");
    }
    if (more) {
      throw WinnowException.usage(
          "--set " + setting + ": not of the form path=value, as in --set training.epochs=5");
    }
    JsonNode node = tree;
    for (String parent : keys.subList(0, keys.size() - 1)) {
      node = child(node, parent, setting);
    }
    JsonNode value = value(setting.substring(key.end()));
    String last = keys.get(keys.size() - 1);
    if (node instanceof ObjectNode object) {
      object.set(last, value);
    } else if (node instanceof ArrayNode array) {
      array.set(position(last, array, setting), value);
    } else {
      throw WinnowException.usage("--set " + setting + ": '" + last + "' is not below a mapping");
    }
  }

  /** Replaces a part of every text below a node. */
  static void replaceTexts(JsonNode node, String part, String replacement) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> field.setValue(replaced(field.getValue(), part, replacement)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replaced(array.get(i), part, replacement));
      }
    }
  }

  private static JsonNode replaced(JsonNode value, String part, String replacement) {
    if (value.isTextual()) {
      return TextNode.valueOf(value.textValue().replace(part, replacement));
    }
    replaceTexts(value, part, replacement);
    return value;
  }

  private static JsonNode child(JsonNode node, String key, String setting) {
    if (node instanceof ObjectNode object) {
      JsonNode child = object.get(key);
      return child == null || child.isNull() ? object.putObject(key) : child;
    }
    if (node instanceof ArrayNode array) {
      return array.get(position(key, array, setting));
    }
    throw WinnowException.usage("--set " + setting + ": '" + key + "' is not below a mapping");
  }

  private static int position(String key, ArrayNode array, String setting) {
    if (key.matches("\\d{1,9}") && Integer.parseInt(key) < array.size()) {
      return Integer.parseInt(key);
    }
    throw WinnowException.usage(
        "--set %s: the list has %d elements, and '%s' is none of their positions from 0"
            .formatted(setting, array.size(), key));
  }

  private static JsonNode value(String text) {
    try {
      // Within a list '|', '-' and '?' are refused by YAML instead of meaning a structure.
      JsonNode list = Json.YAML.readTree("[" + text + "\n]");
      return list.size() == 1 ? list.get(0) : TextNode.valueOf(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
