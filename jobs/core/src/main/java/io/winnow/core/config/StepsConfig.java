package io.winnow.core.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.TableSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a pipeline file that says what becomes of columns, for whoever has a table in hand
 * and no use for the rest. Keys, allowed values and defaults are those of the file; all of it may
 * be left out, even the label.
 */
public final class StepsConfig {
  private static final List<String> SECTIONS =
      List.of(
          "pipeline",
          "label",
          "sensitive",
          "derive",
          "split",
          "outlier",
          "impute",
          "encode",
          "scale",
          "select",
          "pca",
          "output");

  /** What concerns columns in sections that are about files and rows: where cells are sampled. */
  private static final String SEED = "seed";

  private static final String WIDTH = "maxFeatures";

  private final String where;
  private final ObjectNode tree;

  private StepsConfig(String where, ObjectNode tree) {
    this.where = where;
    this.tree = tree;
  }

  /**
   * Reads the sections.
   *
   * @param where they stand, for messages
   * @param text YAML or JSON; {@code split} may hold {@code seed} only, and {@code output} {@code
   *     maxFeatures}
   * @throws WinnowException when the text holds anything else
   */
  public static StepsConfig read(String where, String text) {
    ObjectNode tree =
        text.isBlank() ? Json.MAPPER.createObjectNode() : ConfigTree.parse(where, text);
    refuseOthers(where, tree, "", SECTIONS);
    refuseOthers(where, tree.path("split"), "split: ", List.of(SEED));
    refuseOthers(where, tree.path("output"), "output: ", List.of(WIDTH));
    return new StepsConfig(where, tree);
  }

  /** The sections of a pipeline file with its defaults filled in. */
  public static StepsConfig of(LoadedConfig loaded) {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    for (String section : SECTIONS) {
      if (loaded.tree().has(section)) {
        tree.set(section, loaded.tree().get(section).deepCopy());
      }
    }
    ((ObjectNode) tree.get("split")).retain(SEED);
    ((ObjectNode) tree.get("output")).retain(WIDTH);
    return new StepsConfig(loaded.file(), tree);
  }

  private static void refuseOthers(String where, JsonNode node, String path, List<String> allowed) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!allowed.contains(key)) {
                throw WinnowException.usage(
                    "%s: %sunknown key '%s'; allowed: %s"
                        .formatted(where, path, key, String.join(", ", allowed)));
              }
            });
  }

  /** The sections as JSON. */
  public String text() {
    return text(tree);
  }

  /** The content of a file that {@link ConfigLoader#loadTable} reads as this schema. */
  public static String text(TableSchema table) {
    return text(
        Json.MAPPER
            .copy()
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .valueToTree(table));
  }

  private static String text(JsonNode node) {
    try {
      return Json.MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the configuration", e);
    }
  }

  /** The column of the label, or null when nothing is predicted. */
  public @Nullable String label() {
    return tree.path("label").path("column").textValue();
  }

  /**
   * The sections as they take effect on a table.
   *
   * @param declared its schema, without derived columns
   * @return a configuration whose other sections hold nothing of use
   * @throws WinnowException naming key, value and what is allowed
   */
  public LoadedConfig on(TableSchema declared) {
    ObjectNode whole = tree.deepCopy();
    whole.put("root", "none").put("schema", declared.table());
    whole.putObject("source").put("path", "none");
    if (!whole.has("pipeline")) {
      whole.put("pipeline", "steps");
    }
    if (!whole.has("label")) {
      whole.putObject("label").put("column", "none");
    }
    SchemaDocument schema = SchemaDocument.load("pipeline.schema.json");
    SchemaDefaults.fill(whole, schema);
    SchemaCheck.check(where, whole, schema);
    if (!tree.has("label")) {
      whole.set("label", Json.MAPPER.valueToTree(LabelConfig.NONE));
    }
    PipelineConfig pipeline = Json.bind(where, whole, PipelineConfig.class);
    TableSchema read = SensitiveColumns.declaredIn(declared, pipeline.sensitive());
    TableSchema table =
        DerivedColumns.declaredIn(where, read, pipeline.derive(), pipeline.sensitive());
    ConfigRules.checkSteps(where, pipeline, table);
    return new LoadedConfig(where, pipeline, table, ConfigLoader.sha256(whole, table), whole);
  }
}
