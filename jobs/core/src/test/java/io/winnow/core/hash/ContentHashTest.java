package io.winnow.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.statistics.GoldenCases;
import io.winnow.core.statistics.JavaSerialization;
import io.winnow.core.statistics.Partitions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentHashTest {
  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/hash/content.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsHashlibForAnyOrderAndPartitions(JsonNode golden) {
    List<JsonNode> rows = GoldenCases.stream(golden.get("rows")).toList();

    assertThat(Partitions.states(rows, ContentHash::new, ContentHashTest::add, ContentHash::merge))
        .allSatisfy(
            hash -> {
              assertThat(hash.hex()).isEqualTo(golden.get("hash").textValue());
              assertThat(hash.rows()).isEqualTo(rows.size());
            });
  }

  private static void add(ContentHash hash, JsonNode row) {
    hash.add(
        row.get("split").textValue(),
        row.get("rowKey").textValue(),
        Double.parseDouble(row.get("label").textValue()),
        GoldenCases.stream(row.get("features"))
            .mapToDouble(x -> Double.parseDouble(x.textValue()))
            .toArray());
  }

  @Test
  void everyPartOfARowMatters() {
    List<ContentHash> hashes =
        List.of(
            row("train", "k", 1, 2, 3),
            row("test", "k", 1, 2, 3),
            row("train", "l", 1, 2, 3),
            row("train", "k", 0, 2, 3),
            row("train", "k", 1, 3, 2),
            row("train", "k", 1, 2),
            row("traink", "", 1, 2, 3));

    assertThat(hashes.stream().map(ContentHash::hex).distinct()).hasSize(7);
  }

  @Test
  void zerosAndNansAreCanonical() {
    double otherNan = Double.longBitsToDouble(0xfff8_0000_0000_0007L);

    assertThat(row("train", "k", -0.0, otherNan, -0.0).hex())
        .isEqualTo(row("train", "k", 0.0, Double.NaN, 0.0).hex());
  }

  @Test
  void goesOnAfterSerialisation() {
    ContentHash there = JavaSerialization.copy(row("train", "k", 1, 2));
    there.add("train", "l", 0, new double[] {3});
    ContentHash here = row("train", "k", 1, 2);
    here.merge(row("train", "l", 0, 3));

    assertThat(there.hex()).isEqualTo(here.hex()).hasSize(64);
  }

  private static ContentHash row(String split, String key, double label, double... features) {
    ContentHash hash = new ContentHash();
    hash.add(split, key, label, features);
    return hash;
  }
}
