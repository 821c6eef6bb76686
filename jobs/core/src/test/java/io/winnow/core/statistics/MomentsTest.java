package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentsTest {
  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/statistics/moments.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalPythonsExactStatistics(JsonNode golden) {
    Moments moments = momentsOf(GoldenCases.doubles(golden.get("values")));

    assertThat(moments.count()).isEqualTo(golden.get("values").size());
    assertThat(moments.mean()).isEqualTo(golden.get("mean").doubleValue());
    assertVariance(golden, "variance", moments::variance);
    assertVariance(golden, "standardDeviation", moments::standardDeviation);
  }

  private static void assertVariance(JsonNode golden, String field, IntToDoubleFunction statistic) {
    assertThat(statistic.applyAsDouble(0))
        .isEqualTo(golden.get(field + "0").asDouble(Double.POSITIVE_INFINITY));
    if (golden.get("values").size() > 1) {
      assertThat(statistic.applyAsDouble(1))
          .isEqualTo(golden.get(field + "1").asDouble(Double.POSITIVE_INFINITY));
    }
  }

  @Test
  void theBitsDoNotDependOnOrderOrPartitions() {
    Random random = new Random(3);
    List<Double> values =
        random.doubles(5000).mapToObj(u -> (u - 0.3) * Math.pow(10, random.nextInt(12))).toList();
    List<ToDoubleFunction<Moments>> statistics =
        List.of(Moments::mean, m -> m.variance(0), m -> m.variance(1), Moments::count);

    for (ToDoubleFunction<Moments> statistic : statistics) {
      assertThat(
              Partitions.states(values, Moments::new, Moments::add, Moments::merge)
                  .mapToDouble(statistic)
                  .distinct())
          .hasSize(1);
    }
  }

  @Test
  void aRepeatedValueCountsAsOftenAsItIsAdded() {
    Moments repeated = momentsOf(1.5, 2.25);
    repeated.add(0.1, 1000);
    Moments oneByOne = momentsOf(1.5, 2.25);
    for (int i = 0; i < 1000; i++) {
      oneByOne.add(0.1);
    }

    assertThat(repeated.count()).isEqualTo(1002);
    assertThat(repeated.mean()).isEqualTo(oneByOne.mean());
    assertThat(repeated.standardDeviation(1)).isEqualTo(oneByOne.standardDeviation(1));
  }

  @Test
  void theStandardDeviationIsFiniteWhereTheVarianceIsNot() {
    Moments moments = momentsOf(1e300, -1e300);

    assertThat(moments.variance(0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(moments.standardDeviation(0)).isEqualTo(1e300);
  }

  @Test
  void saysHowManyValuesAreNeeded() {
    assertThatThrownBy(() -> new Moments().mean())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the mean needs at least 1 values, and there are 0");
    assertThatThrownBy(() -> new Moments().variance(0))
        .hasMessage("the variance needs at least 1 values, and there are 0");
    assertThatThrownBy(() -> momentsOf(2.0).standardDeviation(1))
        .hasMessage("the standard deviation needs at least 2 values, and there are 1");
    assertThatThrownBy(() -> momentsOf(2.0).variance(-1))
        .hasMessage("ddof is -1; it must not be negative");
  }

  @Test
  void refusesNanWithoutCountingIt() {
    Moments moments = momentsOf(1.0);

    assertThatThrownBy(() -> moments.add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThat(moments.count()).isEqualTo(1);
  }

  private static Moments momentsOf(double... values) {
    Moments moments = new Moments();
    Arrays.stream(values).forEach(moments::add);
    return moments;
  }
}
