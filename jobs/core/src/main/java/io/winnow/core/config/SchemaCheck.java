package io.winnow.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Validates a tree against one of the JSON Schemas and says, in one line, what to mend. */
final class SchemaCheck {
  private static final int SHOWN = 3;

  private SchemaCheck() {}

  /**
   * Refuses a tree that the schema does not allow.
   *
   * @param file what the tree was read from, for the message
   */
  static void check(String file, JsonNode tree, SchemaDocument schema) {
    SchemaValidatorsConfig config = new SchemaValidatorsConfig();
    config.setPathType(PathType.JSON_POINTER);
    config.setLocale(Locale.ROOT);
    JsonSchema validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                SchemaLocation.of("classpath:" + SchemaDocument.FOLDER + schema.name()), config);
    List<String> problems = new ArrayList<>();
    validator.validate(tree).stream()
        .sorted(Comparator.comparing(message -> message.getInstanceLocation().toString()))
        .map(message -> SchemaProblem.describe(message, tree))
        .distinct()
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw WinnowException.usage(file + ": " + summary(problems));
    }
  }

  private static String summary(List<String> problems) {
    String shown = String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())));
    int more = problems.size() - SHOWN;
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }
}
