package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
  @Test
  void countsAndOrdersAVocabulary() {
    Frequencies<String> frequencies = of("b", "c", "a", "b", "a", "d");

    assertThat(frequencies.total()).isEqualTo(6);
    assertThat(frequencies.count("a")).isEqualTo(2);
    assertThat(frequencies.count("unseen")).isZero();
    assertThat(frequencies.byFrequency()).containsExactly("a", "b", "c", "d");
    assertThat(frequencies.counts())
        .containsExactly(
            Map.entry("a", 2L), Map.entry("b", 2L), Map.entry("c", 1L), Map.entry("d", 1L));
  }

  @Test
  void theModeIsTheSmallestOfTheMostFrequent() {
    assertThat(of("z", "y", "y", "z", "a").mode()).contains("y");
    assertThat(new Frequencies<String>().mode()).isEmpty();
  }

  @Test
  void textsAreOrderedByCodeUnitsWhateverTheLocale() {
    assertThat(of("ä", "z", "Z", "a", "").byFrequency()).containsExactly("", "Z", "a", "z", "ä");
  }

  @Test
  void numbersAreOrderedAsNumbersAndHaveOneZero() {
    Frequencies<Double> numbers = new Frequencies<>();
    List.of(10.0, 9.0, -0.0, 0.0, 9.0, -3.0).forEach(numbers::add);

    assertThat(numbers.byFrequency()).containsExactly(0.0, 9.0, -3.0, 10.0);
    assertThat(numbers.mode()).contains(0.0);
    assertThat(numbers.count(-0.0)).isEqualTo(2);
    assertThatThrownBy(() -> numbers.add(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot count NaN: a missing number has no frequency");
  }

  @Test
  void addsSeveralAtOnce() {
    Frequencies<String> frequencies = new Frequencies<>();
    frequencies.add("a", 5_000_000_000L);
    frequencies.add("never", 0);

    assertThat(frequencies.total()).isEqualTo(5_000_000_000L);
    assertThat(frequencies.counts()).containsOnlyKeys("a");
    assertThatThrownBy(() -> frequencies.add("a", -1)).hasMessage("cannot count 'a' -1 times");
  }

  @Test
  void doNotDependOnOrderOrPartitions() {
    Random random = new Random(4);
    List<String> values =
        IntStream.range(0, 2000).mapToObj(i -> "v" + (int) (random.nextGaussian() * 8)).toList();
    Map<String, Long> expected =
        values.stream().collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    List<String> order = of(values.toArray(new String[0])).byFrequency();

    assertThat(
            Partitions.states(
                values, Frequencies<String>::new, Frequencies::add, Frequencies::merge))
        .allSatisfy(
            frequencies -> {
              assertThat(frequencies.counts()).containsExactlyInAnyOrderEntriesOf(expected);
              assertThat(frequencies.total()).isEqualTo(2000);
              assertThat(frequencies.byFrequency()).isEqualTo(order);
            });
  }

  private static Frequencies<String> of(String... values) {
    Frequencies<String> frequencies = new Frequencies<>();
    List.of(values).forEach(frequencies::add);
    return frequencies;
  }
}
