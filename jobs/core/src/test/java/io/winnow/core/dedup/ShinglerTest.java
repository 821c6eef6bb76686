package io.winnow.core.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.winnow.core.config.Shingling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Against scikit-learn's analyzers: make_golden.py beside the golden file. */
class ShinglerTest {
  private static final Shingler TRIGRAMS = new Shingler(Shingling.CHARACTERS, 3);

  @Test
  void equalsScikitLearn() throws IOException {
    JsonNode golden =
        new ObjectMapper().readTree(Path.of("src/test/resources/dedup/shingles.json").toFile());
    for (JsonNode expected : golden.get("cases")) {
      Shingling shingling =
          Shingling.valueOf(expected.get("shingles").asText().toUpperCase(Locale.ROOT));
      Shingler shingler = new Shingler(shingling, expected.get("size").asInt());
      List<ShingleSet> sets = new ArrayList<>();
      golden.get("texts").forEach(text -> sets.add(shingler.shingles(text.asText())));
      for (int i = 0; i < sets.size(); i++) {
        assertThat(sets.get(i).size()).isEqualTo(expected.at("/sizes/" + i).asInt());
        for (int j = 0; j < sets.size(); j++) {
          assertThat(sets.get(i).jaccard(sets.get(j)))
              .isEqualTo(expected.at("/jaccard/%d/%d".formatted(i, j)).asDouble());
        }
      }
    }
  }

  @Test
  void textsAreJoinedAsWords() {
    assertThat(TRIGRAMS.shingles("new", null, "york").hash())
        .isEqualTo(TRIGRAMS.shingles("New York!").hash())
        .isNotEqualTo(TRIGRAMS.shingles("newyork").hash());
  }

  @Test
  void anEmptySetIsSimilarToNothing() {
    ShingleSet empty = TRIGRAMS.shingles(null, " . ");
    assertThat(empty.size()).isZero();
    assertThat(empty.jaccard(empty)).isZero();
    assertThat(empty.jaccard(TRIGRAMS.shingles("a"))).isZero();
  }

  @Test
  void aSetSurvivesItsBytes() {
    ShingleSet set = TRIGRAMS.shingles("a few words, and more of them");
    ShingleSet read = ShingleSet.fromBytes(set.toBytes());
    assertThat(read.hash()).isEqualTo(set.hash());
    assertThat(read.jaccard(set)).isEqualTo(1);
  }
}
