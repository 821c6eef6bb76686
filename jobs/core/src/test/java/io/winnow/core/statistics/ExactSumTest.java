package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
  static Stream<Named<JsonNode>> cases() {
    return GoldenCases.read("/statistics/moments.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsPythonsFsum(JsonNode golden) {
    // Python raises OverflowError where the nearest double is an infinity.
    assertThat(sumOf(GoldenCases.doubles(golden.get("values"))).value())
        .isEqualTo(golden.get("sum").asDouble(Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sumOfSquaresEqualsPythonsFractions(JsonNode golden) {
    ExactSum squares = new ExactSum();
    Arrays.stream(GoldenCases.doubles(golden.get("values"))).forEach(squares::addSquare);

    assertThat(squares.value())
        .isEqualTo(golden.get("sumOfSquares").asDouble(Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 400})
  void everyDigitEqualsBigDecimalsForAnyBits(int size) {
    Random random = new Random(size);
    for (int round = 0; round < 20; round++) {
      double[] values = anyBits(random).limit(size).toArray();
      BigDecimal expected =
          Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

      ExactSum sum = sumOf(values);

      assertThat(sum.exact()).isEqualByComparingTo(expected);
      assertThat(sum.value()).isEqualTo(expected.doubleValue());
    }
  }

  @Test
  void everyDigitOfSquaresEqualsBigDecimals() {
    double[] values = anyBits(new Random(5)).limit(300).toArray();
    ExactSum squares = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    for (double x : values) {
      squares.addSquare(x);
      expected = expected.add(new BigDecimal(x).pow(2));
    }

    assertThat(squares.exact()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 1_000_003, Long.MAX_VALUE})
  void addsAValueManyTimesExactly(long times) {
    for (double x : anyBits(new Random(times)).limit(50).toArray()) {
      ExactSum sum = new ExactSum();
      ExactSum squares = new ExactSum();
      sum.add(x, times);
      squares.addSquare(x, times);

      BigDecimal value = new BigDecimal(x);
      BigDecimal count = BigDecimal.valueOf(times);
      assertThat(sum.exact()).isEqualByComparingTo(value.multiply(count));
      assertThat(squares.exact()).isEqualByComparingTo(value.pow(2).multiply(count));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1.fffffffffffffp0, -0x1.fffffffffffffp0})
  void noPositionOfTheMantissaOverflowsAChunk(double fraction) {
    BigDecimal times = BigDecimal.valueOf(10_000);
    for (int exponent = 0; exponent < 32; exponent++) {
      double x = Math.scalb(fraction, exponent);
      ExactSum oneByOne = new ExactSum();
      ExactSum squares = new ExactSum();
      for (int i = 0; i < 10_000; i++) {
        oneByOne.add(x);
        squares.addSquare(x);
      }

      BigDecimal value = new BigDecimal(x);
      assertThat(oneByOne.exact()).isEqualByComparingTo(value.multiply(times));
      assertThat(squares.exact()).isEqualByComparingTo(value.pow(2).multiply(times));
    }
  }

  @Test
  void doesNotDependOnOrderOrPartitions() {
    List<Double> values = anyBits(new Random(1)).limit(3000).boxed().toList();

    assertThat(Partitions.states(values, ExactSum::new, ExactSum::add, ExactSum::merge))
        .extracting(ExactSum::exact)
        .containsOnly(sumOf(values.stream().mapToDouble(x -> x).toArray()).exact());
  }

  @Test
  void mergeLeavesTheOtherAndMayDoubleItself() {
    ExactSum sum = sumOf(0.1, -1e300);
    ExactSum other = sumOf(0.7);
    sum.merge(other);
    assertThat(other.value()).isEqualTo(0.7);

    BigDecimal before = sum.exact();
    sum.merge(sum);
    assertThat(sum.exact()).isEqualByComparingTo(before.add(before));
  }

  @Test
  void goesOnAfterSerialisation() {
    for (double first : new double[] {0, -Double.MIN_VALUE, 1e308, -1e308, 0.1}) {
      ExactSum sum = JavaSerialization.copy(sumOf(first, 1e-5));
      sum.add(-3.5);

      assertThat(sum.exact()).isEqualByComparingTo(sumOf(first, 1e-5, -3.5).exact());
    }
  }

  @Test
  void isSentInAFewBytes() {
    DoubleStream ordinary = new Random(1).doubles(10_000, -1000, 1000);
    List<ExactSum> thousand =
        Stream.generate(() -> new ExactSum()).limit(1000).collect(Collectors.toList());
    int empty = JavaSerialization.bytes(new ExactSum[] {new ExactSum()}).length;

    assertThat(JavaSerialization.bytes(sumOf(ordinary.toArray()))).hasSizeLessThan(empty + 30);
    assertThat(JavaSerialization.bytes(thousand.toArray(new ExactSum[0])).length)
        .isLessThan(1000 * 70);
  }

  @Test
  void valueIsInfiniteBeyondTheLargestDoubleAndTheMeanIsNot() {
    ExactSum sum = sumOf(-Double.MAX_VALUE, -Double.MAX_VALUE);

    assertThat(sum.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(sum.mean(2)).isEqualTo(-Double.MAX_VALUE);
  }

  @Test
  void anEmptySumIsZero() {
    assertThat(new ExactSum().value()).isEqualTo(0.0);
    assertThat(new ExactSum().exact()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatHasNoSum(double x) {
    ExactSum sum = new ExactSum();

    assertThatThrownBy(() -> sum.add(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot sum " + x + ": only finite numbers have a sum");
    assertThatThrownBy(() -> sum.add(x, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sum.addSquare(x)).isInstanceOf(IllegalArgumentException.class);
    assertThat(sum.value()).isZero();
  }

  @Test
  void refusesNegativeCounts() {
    ExactSum sum = new ExactSum();

    assertThatThrownBy(() -> sum.add(1, -1)).hasMessage("cannot add a value -1 times");
    assertThatThrownBy(() -> sum.mean(0)).hasMessage("the mean of 0 values is not defined");
  }

  private static ExactSum sumOf(double... values) {
    ExactSum sum = new ExactSum();
    Arrays.stream(values).forEach(sum::add);
    return sum;
  }

  /** Finite doubles of any exponent and sign. */
  private static DoubleStream anyBits(Random random) {
    return random.longs().mapToDouble(Double::longBitsToDouble).filter(Double::isFinite);
  }
}
