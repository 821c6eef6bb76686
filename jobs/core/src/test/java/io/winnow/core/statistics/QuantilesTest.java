package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {
  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/statistics/percentiles.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalSparksPercentilesBitForBit(JsonNode golden) {
    assertThat(quantiles(golden)).containsExactly(GoldenCases.doubles(golden.get("spark")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areWithinOneUnitInTheLastPlaceOfNumpys(JsonNode golden) {
    double[] ours = quantiles(golden);
    double[] numpys = GoldenCases.doubles(golden.get("numpy"));

    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isCloseTo(numpys[i], within(Math.ulp(numpys[i])));
    }
  }

  private static double[] quantiles(JsonNode golden) {
    double[] probabilities = GoldenCases.doubles(golden.get("probabilities"));
    double[] sorted = Arrays.stream(GoldenCases.doubles(golden.get("values"))).sorted().toArray();
    long[] keys =
        Arrays.stream(Quantiles.ranks(sorted.length, probabilities))
            .map(rank -> OrderedKey.of(sorted[(int) rank]))
            .toArray();
    return Quantiles.values(sorted.length, keys, probabilities);
  }

  @Test
  void ranksAreAscendingAndDistinct() {
    assertThat(Quantiles.ranks(6, 0.75, 0.25, 0.5, 0.5)).containsExactly(1, 2, 3, 4);
    assertThat(Quantiles.ranks(5, 1, 0, 0.5)).containsExactly(0, 2, 4);
    assertThat(Quantiles.ranks(1, 0.3)).containsExactly(0);
    assertThat(Quantiles.ranks(0, 0.5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesProbabilitiesOutsideTheUnitInterval(double probability) {
    assertThatThrownBy(() -> Quantiles.ranks(3, 0.5, probability))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("probability " + probability + " of a quantile is outside [0, 1]");
  }

  @Test
  void refusesNoValuesAndKeysThatDoNotFit() {
    assertThatThrownBy(() -> Quantiles.values(0, new long[0], 0.5))
        .hasMessage("the quantiles of 0 values are not defined");
    assertThatThrownBy(() -> Quantiles.values(4, new long[1], 0.5))
        .hasMessage("the quantiles need the keys at 2 ranks, and 1 were given");
  }
}
