package io.winnow.prepare.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.profile.ColumnProfile;
import io.winnow.core.profile.DistinctCount;
import io.winnow.core.profile.NumberSummary;
import io.winnow.core.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure against pandas and NumPy; make_profile.py made the table and the figures. */
class PandasTest {
  private static Profile profile;
  private static JsonNode pandas;

  @BeforeAll
  static void profile() throws IOException {
    profile = Profiles.unknown(Profiles.MESSY, null, null).profile();
    pandas =
        Json.MAPPER.readTree(Files.readAllBytes(Path.of("src/test/resources/profile/messy.json")));
  }

  @Test
  void rowsAndDuplicates() {
    assertThat(profile.rows().read()).isEqualTo(pandas.path("rows").asLong());
    assertThat(profile.rows().rejected()).isZero();
    assertThat(profile.rows().exactDuplicates())
        .isEqualTo(pandas.path("exactDuplicates").asLong())
        .isPositive();
  }

  @Test
  void missingCellsAndDifferentValues() {
    assertThat(profile.columns()).hasSize(pandas.path("columns").size());
    for (ColumnProfile column : profile.columns()) {
      JsonNode expected = pandas.path("columns").path(column.name());
      assertThat(column.missing()).as(column.name()).isEqualTo(expected.path("missing").asLong());
      assertThat(column.distinct())
          .as(column.name())
          .isEqualTo(
              new DistinctCount(expected.path("distinct").asLong(), DistinctCount.Method.EXACT));
    }
  }

  @Test
  void distributionsOfNumbers() {
    SoftAssertions softly = new SoftAssertions();
    long numeric = 0;
    for (ColumnProfile column : profile.columns()) {
      JsonNode expected = pandas.path("columns").path(column.name());
      if (expected.has("mean")) {
        numeric++;
        compare(softly, column.name(), Objects.requireNonNull(column.numbers()), expected);
      } else {
        softly.assertThat(column.numbers()).as(column.name()).isNull();
      }
    }
    softly.assertThat(numeric).isEqualTo(7);
    softly.assertAll();
  }

  private static void compare(
      SoftAssertions softly, String name, NumberSummary numbers, JsonNode expected) {
    softly.assertThat(numbers.min()).as(name).isEqualTo(expected.path("min").asDouble());
    softly.assertThat(numbers.max()).as(name).isEqualTo(expected.path("max").asDouble());
    softly.assertThat(numbers.zeros()).as(name).isEqualTo(expected.path("zeros").asLong());
    softly
        .assertThat(numbers.mean())
        .as(name)
        .isCloseTo(expected.path("mean").asDouble(), relative(expected.path("mean"), 1e-14));
    softly
        .assertThat(numbers.standardDeviation())
        .as(name)
        .isCloseTo(
            expected.path("standardDeviation").asDouble(),
            relative(expected.path("standardDeviation"), 1e-12));
    List<Double> quantiles = List.copyOf(numbers.quantiles().values());
    for (int i = 0; i < quantiles.size(); i++) {
      JsonNode quantile = expected.path("quantiles").get(i);
      softly
          .assertThat(quantiles.get(i))
          .as(name)
          .isCloseTo(quantile.asDouble(), relative(quantile, 1e-15));
    }
    if (expected.path("histogram").isNull()) {
      softly.assertThat(numbers.histogram()).as(name).isNull();
    } else {
      softly
          .assertThat(Objects.requireNonNull(numbers.histogram()).counts())
          .as(name)
          .isEqualTo(longs(expected.path("histogram")));
    }
  }

  @Test
  void lengthsOfTexts() {
    for (ColumnProfile column : profile.columns()) {
      JsonNode expected = pandas.path("columns").path(column.name());
      if (expected.has("meanLength")) {
        var texts = Objects.requireNonNull(column.texts());
        assertThat(texts.shortest()).isEqualTo(expected.path("shortest").asInt());
        assertThat(texts.longest()).isEqualTo(expected.path("longest").asInt());
        assertThat(texts.mean()).isCloseTo(expected.path("meanLength").asDouble(), offset(1e-12));
      }
    }
  }

  @Test
  void mostFrequentValues() {
    for (String name : List.of("job", "mark", "bought")) {
      var top = Objects.requireNonNull(profile.column(name).orElseThrow().topValues());
      assertThat(top.complete()).isTrue();
      JsonNode expected = pandas.path("columns").path(name).path("top");
      assertThat(top.values()).hasSize(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertThat(top.values().get(i).rows()).isEqualTo(expected.get(i).get(1).asLong());
        assertThat(Double.toString(number(top.values().get(i).value())))
            .isEqualTo(Double.toString(number(expected.get(i).get(0).asText())));
      }
    }
  }

  @Test
  void correlations() {
    List<String> columns =
        StreamSupport.stream(pandas.path("correlated").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    assertThat(profile.correlation().columns()).isEqualTo(columns);
    assertThat(profile.correlation().omitted()).isEmpty();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        assertThat(profile.correlation().matrix().get(i).get(j))
            .as("%s, %s", columns.get(i), columns.get(j))
            .isCloseTo(pandas.path("correlation").get(i).get(j).asDouble(), offset(1e-14));
      }
    }
  }

  private static double number(String text) {
    return text.matches("[0-9.]+") ? Double.parseDouble(text) : text.hashCode();
  }

  private static org.assertj.core.data.Offset<Double> relative(JsonNode expected, double share) {
    return offset(Math.abs(expected.asDouble()) * share + Double.MIN_VALUE);
  }

  private static List<Long> longs(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asLong).toList();
  }
}
