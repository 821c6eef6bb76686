package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The defaults of every key, against trees that were written by hand. */
class ConfigDefaultsTest {
  @Test
  void ofAMinimalPipeline() {
    assertThat(ConfigFiles.load("minimal.yaml").tree()).isEqualTo(ConfigFiles.json("minimal.json"));
  }

  @Test
  void ofTheOptionalParts() {
    JsonNode tree = ConfigFiles.load("optional.yaml").tree();

    ConfigFiles.json("optional.json")
        .properties()
        .forEach(part -> assertThat(tree.get(part.getKey())).isEqualTo(part.getValue()));
  }

  @Test
  void ofATableSchema() {
    assertThat(Json.MAPPER.<JsonNode>valueToTree(ConfigFiles.load("minimal.yaml").table()))
        .isEqualTo(ConfigFiles.json("people.json"));
  }

  @Test
  void whatTheRecordsHoldIsTheTree() {
    LoadedConfig loaded = ConfigFiles.load("optional.yaml");

    JsonNode bound = Json.MAPPER.valueToTree(loaded.pipeline());
    loaded
        .tree()
        .properties()
        .forEach(key -> assertContains(key.getKey(), bound.get(key.getKey()), key.getValue()));
  }

  /** Records hold null for keys that are absent, and doubles for whole numbers. */
  private static void assertContains(String key, JsonNode bound, JsonNode expected) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              child ->
                  assertContains(
                      key + "." + child.getKey(), bound.path(child.getKey()), child.getValue()));
    } else if (expected.isArray()) {
      assertThat(bound).as(key).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertContains(key + "." + i, bound.get(i), expected.get(i));
      }
    } else if (expected.isNumber()) {
      assertThat(bound.doubleValue()).as(key).isEqualTo(expected.doubleValue());
    } else {
      assertThat(bound).as(key).isEqualTo(expected);
    }
  }
}
