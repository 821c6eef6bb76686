package io.winnow.core.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.calibration.Calibration;
import io.winnow.core.config.gpu.GpuCatalogue;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.TableSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Reads pipeline, network and table schema files into typed records.
 *
 * <p>Precedence: a later {@code path=value} setting over an earlier one, over the file, over the
 * defaults of the JSON Schema. Unknown keys are refused. Paths of other files stand relative to the
 * file that names them, or else to the working directory.
 */
public final class ConfigLoader {
  /** The interval of a run that is for none. */
  public static final String MANUAL = "manual";

  private ConfigLoader() {}

  /** As {@link #load(Path, List, String)} with the interval {@value #MANUAL}. */
  public static LoadedConfig load(Path file, List<String> settings) {
    return load(file, settings, MANUAL);
  }

  /**
   * Reads and checks a pipeline file.
   *
   * @param settings {@code path=value}, each
   * @param interval what the run is for; stands in place of <code>{interval}</code> in every text
   *     below {@code source}
   * @throws io.winnow.core.failure.WinnowException naming file, key, value and what is allowed
   */
  public static LoadedConfig load(Path file, List<String> settings, String interval) {
    ObjectNode tree = ConfigTree.read(file);
    settings.forEach(setting -> ConfigTree.set(tree, setting));
    ConfigTree.replaceTexts(tree.path("source"), "{interval}", interval);
    if (tree.path("network").isTextual()) {
      tree.set("network", network(beside(file, tree.get("network").textValue())));
    }
    SchemaDocument schema = SchemaDocument.load("pipeline.schema.json");
    SchemaDefaults.fill(tree, schema);
    SchemaCheck.check(file.toString(), tree, schema);

    Path tableFile = beside(file, tree.get("schema").textValue());
    PipelineConfig pipeline = Json.bind(file.toString(), tree, PipelineConfig.class);
    TableSchema declared = SplitColumn.declaredIn(loadTable(tableFile), pipeline.split());
    TableSchema read = SensitiveColumns.declaredIn(declared, pipeline.sensitive());
    TableSchema table =
        DerivedColumns.declaredIn(file.toString(), read, pipeline.derive(), pipeline.sensitive());
    ConfigRules.check(file.toString(), pipeline, table);
    return new LoadedConfig(file.toString(), pipeline, table, sha256(tree, table), tree);
  }

  /**
   * The sections {@code source} and {@code profile} for a table without a pipeline file; the others
   * hold nothing of use.
   *
   * @param path file, folder or glob of the table
   * @param settings {@code path=value}, each
   */
  public static PipelineConfig loadSource(String path, List<String> settings) {
    ObjectNode tree = Json.MAPPER.createObjectNode();
    for (String required : List.of("pipeline", "root", "schema")) {
      tree.put(required, "none");
    }
    tree.putObject("label").put("column", "none");
    tree.putObject("source").put("path", path);
    for (String setting : settings) {
      if (!setting.startsWith("source.") && !setting.startsWith("profile.")) {
        throw WinnowException.usage(
            "--set %s: without a pipeline file only source and profile can be set"
                .formatted(setting));
      }
      ConfigTree.set(tree, setting);
    }
    SchemaDocument schema = SchemaDocument.load("pipeline.schema.json");
    SchemaDefaults.fill(tree, schema);
    SchemaCheck.check(path, tree, schema);
    PipelineConfig config = Json.bind(path, tree, PipelineConfig.class);
    LocationRules.check(path, config);
    SourceRules.check(path, config.source());
    return config;
  }

  /** Reads and checks a network file. */
  public static NetworkConfig loadNetwork(Path file) {
    ObjectNode tree = checked(file.toString(), ConfigTree.read(file), "network.schema.json");
    return Json.bind(file.toString(), tree, NetworkConfig.class);
  }

  /** Reads and checks the catalogue of GPUs that comes with Winnow. */
  public static GpuCatalogue loadGpus() {
    String file = "conf/gpus.yaml";
    ObjectNode tree = ConfigTree.resource(file);
    return Json.bind(file, checked(file, tree, "gpus.schema.json"), GpuCatalogue.class);
  }

  /** Reads and checks the calibration that comes with Winnow, measured on its CPU backend. */
  public static Calibration loadCalibration() {
    String file = "conf/calibration/cpu.json";
    return calibration(file, ConfigTree.resource(file));
  }

  /** Reads and checks a calibration. */
  public static Calibration loadCalibration(Path file) {
    return calibration(file.toString(), ConfigTree.read(file));
  }

  private static Calibration calibration(String file, ObjectNode tree) {
    return Json.bind(file, checked(file, tree, "calibration.schema.json"), Calibration.class);
  }

  /** Reads and checks a table schema. */
  public static TableSchema loadTable(Path file) {
    return table(file.toString(), ConfigTree.read(file));
  }

  /**
   * Reads and checks a table schema that is in no file.
   *
   * @param where it stands, for messages
   */
  public static TableSchema readTable(String where, String text) {
    return table(where, ConfigTree.parse(where, text));
  }

  /** Layers as they stand, or Deeplearning4j's JSON in place of them. */
  private static ObjectNode network(Path file) {
    ObjectNode tree = ConfigTree.read(file);
    if (!tree.has("confs") && !tree.has("vertices")) {
      return tree;
    }
    ObjectNode network = Json.MAPPER.createObjectNode();
    network.set("deeplearning4j", tree);
    return network;
  }

  private static TableSchema table(String file, ObjectNode tree) {
    TableSchema table =
        Json.bind(file, checked(file, tree, "table.schema.json"), TableSchema.class);
    TableRules.check(file, table);
    return table;
  }

  private static ObjectNode checked(String file, ObjectNode tree, String schemaName) {
    SchemaDocument schema = SchemaDocument.load(schemaName);
    SchemaDefaults.fill(tree, schema);
    SchemaCheck.check(file, tree, schema);
    return tree;
  }

  private static Path beside(Path file, String path) {
    Path sibling = file.resolveSibling(path).normalize();
    return Files.exists(sibling) || Path.of(path).isAbsolute() ? sibling : existing(path, sibling);
  }

  private static Path existing(String path, Path sibling) {
    return Files.exists(Path.of(path)) ? Path.of(path) : sibling;
  }

  static String sha256(ObjectNode tree, TableSchema table) {
    TreeMap<String, JsonNode> effective = new TreeMap<>();
    tree.fields().forEachRemaining(field -> effective.put(field.getKey(), field.getValue()));
    effective.remove("root");
    effective.remove("retention");
    effective.put("schema", Json.MAPPER.valueToTree(table));
    try {
      Object sorted = Json.MAPPER.treeToValue(Json.MAPPER.valueToTree(effective), Object.class);
      return DigestUtils.sha256Hex(Json.MAPPER.writeValueAsBytes(sorted));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot hash the configuration", e);
    }
  }
}
