package io.winnow.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.statistics.GoldenCases;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalHasherTest {
  static Stream<Named<JsonNode>> rows() {
    return GoldenCases.read("/hash/rows.json");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void equalsMmh3OverTheDocumentedEncoding(JsonNode golden) {
    CanonicalHasher hasher = new CanonicalHasher();
    GoldenCases.stream(golden.get("cells")).forEach(cell -> append(hasher, cell));

    assertThat(hasher.finish().toHex()).isEqualTo(golden.get("hash").textValue());
  }

  private static void append(CanonicalHasher hasher, JsonNode cell) {
    if (cell.isNumber()) {
      hasher.number(cell.doubleValue());
    } else if ("NaN".equals(cell.textValue())) {
      hasher.number(Double.NaN);
    } else {
      hasher.text(cell.textValue());
    }
  }

  @Test
  void rowsThatDifferHaveDifferentHashes() {
    Set<Hash128> hashes = new HashSet<>();
    hashes.add(texts("a", null));
    hashes.add(texts(null, "a"));
    hashes.add(texts("a"));
    hashes.add(texts("a", ""));
    hashes.add(texts("ab", "c"));
    hashes.add(texts("a", "bc"));
    hashes.add(texts("abc"));
    hashes.add(texts("1.0"));
    hashes.add(new CanonicalHasher().number(1.0).finish());
    hashes.add(new CanonicalHasher().number(-1.0).finish());

    assertThat(hashes).hasSize(10);
  }

  @Test
  void equalRowsHaveEqualHashes() {
    CanonicalHasher reused = new CanonicalHasher();
    double otherNan = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);

    Hash128 first = reused.number(0.0).number(Double.NaN).text("x").finish();
    Hash128 second = reused.reset().number(-0.0).number(otherNan).text("x").finish();

    assertThat(second).isEqualTo(first);
    assertThat(reused.reset().number(Double.NaN).finish()).isEqualTo(texts(new String[] {null}));
  }

  @Test
  void aLongRowGrowsTheBuffer() {
    CanonicalHasher grown = new CanonicalHasher().text("x".repeat(100_000)).number(1);
    CanonicalHasher later = grown.reset().text("x".repeat(100)).number(1);

    assertThat(later.finish())
        .isEqualTo(new CanonicalHasher().text("x".repeat(100)).number(1).finish());
  }

  @Test
  void hashesAreOrderedAsUnsignedNumbersAndAsTheirDigits() {
    Hash128[] ascending = {
      new Hash128(0, 0),
      new Hash128(0, 1),
      new Hash128(0, -1),
      new Hash128(1, 0),
      new Hash128(Long.MAX_VALUE, 5),
      new Hash128(Long.MIN_VALUE, 4),
      new Hash128(-1, -1)
    };

    assertThat(ascending).isSorted();
    assertThat(Arrays.stream(ascending).map(Hash128::toHex))
        .isSorted()
        .allMatch(h -> h.length() == 32);
    assertThat(new Hash128(0xabL, 0x1fL).toHex()).isEqualTo("00000000000000ab000000000000001f");
  }

  private static Hash128 texts(@Nullable String... cells) {
    CanonicalHasher hasher = new CanonicalHasher();
    for (String cell : cells) {
      hasher.text(cell);
    }
    return hasher.finish();
  }
}
