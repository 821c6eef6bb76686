package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class OrderedKeyTest {
  @Test
  void theUnsignedOrderOfTheKeysIsTheOrderOfTheNumbers() {
    double[] special = {
      Double.NEGATIVE_INFINITY,
      -Double.MAX_VALUE,
      -1.5,
      -1,
      -Double.MIN_NORMAL,
      -Double.MIN_VALUE,
      0,
      Double.MIN_VALUE,
      Double.MIN_NORMAL,
      0.1,
      1,
      Math.nextUp(1.0),
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY
    };
    DoubleStream random =
        new Random(1)
            .longs(2000)
            .mapToDouble(Double::longBitsToDouble)
            .filter(x -> !Double.isNaN(x));
    double[] numbers = DoubleStream.concat(DoubleStream.of(special), random).toArray();

    for (double a : numbers) {
      for (double b : special) {
        assertThat(Long.compareUnsigned(OrderedKey.of(a), OrderedKey.of(b)))
            .as("%s against %s", a, b)
            .isEqualTo(Double.compare(a, b));
      }
      assertThat(OrderedKey.toDouble(OrderedKey.of(a))).isEqualTo(a);
    }
  }

  @Test
  void bothZerosHaveTheKeyOfThePositiveOne() {
    assertThat(OrderedKey.of(-0.0)).isEqualTo(OrderedKey.of(0.0));
    assertThat(List.of(OrderedKey.toDouble(OrderedKey.of(-0.0)))).containsExactly(0.0);
  }

  @Test
  void refusesNan() {
    assertThatThrownBy(() -> OrderedKey.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NaN has no place in the order of numbers");
  }
}
