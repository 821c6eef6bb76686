package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LargestRemainderTest {
  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/statistics/quotas.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsTheAllocationInExactFractions(JsonNode golden) {
    long[] rows =
        LargestRemainder.allocate(
            golden.get("total").longValue(),
            GoldenCases.doubles(golden.get("ratios")),
            golden.get("minimum").longValue());

    assertThat(rows)
        .containsExactly(
            GoldenCases.stream(golden.get("rows")).mapToLong(JsonNode::longValue).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 0 0, 0 0 0, 0 0 0",
    "1, 1 0 0, 1 0 0, 1 0 0",
    "2, 2 0 0, 2 0 0, 1 1 0",
    "3, 1 1 1, 1 1 1, 2 1 0",
    "4, 2 1 1, 2 1 1, 3 1 0",
    "5, 3 1 1, 3 1 1, 4 1 0",
    "6, 4 1 1, 4 1 1, 5 1 0",
    "7, 5 1 1, 5 1 1, 6 1 0",
    "8, 6 1 1, 6 1 1, 6 2 0",
    "9, 7 1 1, 6 2 1, 7 2 0",
    "10, 8 1 1, 7 2 1, 8 2 0"
  })
  void theDocumentedTableHolds(long total, String first, String second, String third) {
    assertThat(allocated(total, 0.8, 0.1, 0.1)).isEqualTo(first);
    assertThat(allocated(total, 0.7, 0.15, 0.15)).isEqualTo(second);
    assertThat(allocated(total, 0.8, 0.2, 0)).isEqualTo(third);
  }

  private static String allocated(long total, double... ratios) {
    return Arrays.stream(LargestRemainder.allocate(total, ratios, 1))
        .mapToObj(Long::toString)
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  @Test
  void thirdsAreSharesOfAWhole() {
    double third = 1.0 / 3;

    assertThat(LargestRemainder.allocate(100, new double[] {third, third, third}, 0))
        .containsExactly(34, 33, 33);
  }

  @Test
  void aTenthIsATenth() {
    // In binary 0.3 is less than three tenths and 0.1 more than one, which would tip this tie.
    assertThat(LargestRemainder.allocate(5, new double[] {0.3, 0.1, 0.6}, 0))
        .containsExactly(2, 0, 3);
    assertThat(LargestRemainder.allocate(15, new double[] {0.3, 0.7}, 0)).containsExactly(5, 10);
  }

  @Test
  void refusesWhatIsNoShareOfAWhole() {
    assertThatThrownBy(() -> LargestRemainder.allocate(10, new double[] {0.8, 0.1}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ratios [0.8, 0.1] add up to 0.9 instead of 1");
    assertThatThrownBy(() -> LargestRemainder.allocate(10, new double[] {1.2, -0.2}, 0))
        .hasMessage("ratios [1.2, -0.2] are not all between 0 and 1");
    assertThatThrownBy(() -> LargestRemainder.allocate(10, new double[] {Double.NaN, 1}, 0))
        .hasMessage("ratios [NaN, 1.0] are not all between 0 and 1");
    assertThatThrownBy(() -> LargestRemainder.allocate(-1, new double[] {1}, 0))
        .hasMessage("cannot share out -1 rows with at least 0 each");
  }
}
