package io.winnow.core.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of whatever is shown or kept: configuration, error lines, logs.
 *
 * <p>A secret is the value of a key whose name says so (password, secret, token, credential, access
 * or API key), whether the key stands in a tree or in a text such as {@code password=...}; the user
 * part of a URI; the id of an AWS access key; and each of {@link KnownSecrets}.
 */
public final class Redactor {
  /** What stands in place of a secret. */
  public static final String MARK = "[redacted]";

  private static final String NAMES =
      "passw(?:or)?d|passphrase|pwd|secret|token|credential|(?:access|account|api|private|session)"
          + "[._-]?key";
  private static final Pattern KEY = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
  private static final Pattern VARIABLE = Pattern.compile("^[A-Z0-9_]*KEY$");

  /** A shell's working folders, whose names look like that of a password. */
  private static final Set<String> FOLDERS = Set.of("PWD", "OLDPWD");

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "([\\w.-]*(?:" + NAMES + ")[\\w.-]*\"?\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;&\"']+)",
          Pattern.CASE_INSENSITIVE);

  /**
   * The user part of a URI. Azure has the container there, which is no secret. Behind a colon there
   * may be a secret with slashes, or else a port; S3 has no ports.
   */
  private static final Pattern USER_INFO =
      Pattern.compile(
          "(\\w[\\w+.-]*://)(?:(?<!(?:abfs|wasb)s?://)[^/\\s@?#]+"
              + "|[^/\\s@:]+:(?:(?!\\d+/)|(?<=s3[an]?://[^/\\s@:]{1,200}:))[^\\s@]+)@");

  private static final Pattern AWS_KEY_ID = Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b");

  private Redactor() {}

  /** Whether the name of a setting or of an environment variable tells a secret. */
  static boolean isSecret(String name) {
    return !FOLDERS.contains(name) && (KEY.matcher(name).find() || VARIABLE.matcher(name).find());
  }

  /** Whether a location holds a user or a secret in front of its host. */
  public static boolean holdsUser(String location) {
    return USER_INFO.matcher(location).lookingAt();
  }

  /** The text without secrets. */
  public static String redact(String text) {
    String shown = USER_INFO.matcher(KnownSecrets.hide(text)).replaceAll("$1" + MARK + "@");
    shown = ASSIGNMENT.matcher(shown).replaceAll("$1" + MARK);
    return AWS_KEY_ID.matcher(shown).replaceAll(MARK);
  }

  /** A copy of the tree without secrets; keys and their order stay. */
  public static JsonNode redact(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      ObjectNode shown = JsonNodeFactory.instance.objectNode();
      object
          .fields()
          .forEachRemaining(
              field ->
                  shown.set(
                      field.getKey(),
                      KEY.matcher(field.getKey()).find()
                          ? hide(field.getValue())
                          : redact(field.getValue())));
      return shown;
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode shown = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> shown.add(redact(element)));
      return shown;
    }
    return tree.isTextual() ? TextNode.valueOf(redact(tree.textValue())) : tree;
  }

  /** Every value below a secret key is a secret. */
  private static JsonNode hide(JsonNode tree) {
    if (tree instanceof ObjectNode object) {
      ObjectNode hidden = JsonNodeFactory.instance.objectNode();
      object.fields().forEachRemaining(field -> hidden.set(field.getKey(), hide(field.getValue())));
      return hidden;
    }
    if (tree instanceof ArrayNode array) {
      ArrayNode hidden = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> hidden.add(hide(element)));
      return hidden;
    }
    return tree.isNull() ? tree : TextNode.valueOf(MARK);
  }
}
