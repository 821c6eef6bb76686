package io.winnow.core.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.statistics.GoldenCases;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeededHashTest {
  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/hash/seeded.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsMmh3(JsonNode golden) {
    long seed = golden.get("seed").longValue();
    long round = golden.get("round").longValue();
    Hash128 key = new Hash128(golden.get("high").longValue(), golden.get("low").longValue());

    assertThat(Long.toUnsignedString(SeededHash.of(seed, key)))
        .isEqualTo(golden.get("order").textValue());
    assertThat(Long.toUnsignedString(SeededHash.of(seed, round, key)))
        .isEqualTo(golden.get("orderInRound").textValue());
  }

  @Test
  void eachSeedAndEachRoundHasAnOrderOfItsOwn() {
    // Of independent orders, half of the pairs of neighbours are turned round.
    long turned = LongStream.range(0, 10_000).filter(i -> order(1, i) != order(2, i)).count();
    long turnedInRound =
        LongStream.range(0, 10_000).filter(i -> orderInRound(1, i) != orderInRound(2, i)).count();

    assertThat(turned).isCloseTo(5000, within(250L));
    assertThat(turnedInRound).isCloseTo(5000, within(250L));
  }

  private static boolean order(long seed, long i) {
    return Long.compareUnsigned(
            SeededHash.of(seed, new Hash128(0, i)), SeededHash.of(seed, new Hash128(0, i + 1)))
        < 0;
  }

  private static boolean orderInRound(long round, long i) {
    return Long.compareUnsigned(
            SeededHash.of(7, round, new Hash128(0, i)),
            SeededHash.of(7, round, new Hash128(0, i + 1)))
        < 0;
  }
}
