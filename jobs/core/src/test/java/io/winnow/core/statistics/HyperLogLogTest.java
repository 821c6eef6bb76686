package io.winnow.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.winnow.core.hash.CanonicalHasher;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperLogLogTest {
  private static final CanonicalHasher HASHER = new CanonicalHasher();

  /** Three times the standard error of 0.8 %. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 20_000, 50_000, 400_000})
  void estimatesHowManyDifferentHashesItSaw(int distinct) {
    HyperLogLog sketch = new HyperLogLog();
    LongStream.range(0, distinct).forEach(i -> sketch.add(hash(i)));
    LongStream.range(0, distinct / 2).forEach(i -> sketch.add(hash(i)));

    assertThat(sketch.estimate()).isCloseTo(distinct, withPercentage(2.4));
  }

  @Test
  void ofNothingIsZeroAndOfAFewIsExact() {
    HyperLogLog sketch = new HyperLogLog();
    assertThat(sketch.estimate()).isZero();
    LongStream.range(0, 5).forEach(i -> sketch.add(hash(i)));
    assertThat(sketch.estimate()).isEqualTo(5);
  }

  @Test
  void theEstimateIsTheSameHoweverTheHashesAreDealtOut() {
    List<Long> hashes = LongStream.range(0, 30_000).mapToObj(i -> hash(i % 20_000)).toList();
    assertThat(
            Partitions.states(hashes, HyperLogLog::new, HyperLogLog::add, HyperLogLog::merge)
                .map(HyperLogLog::estimate)
                .distinct())
        .hasSize(1);
  }

  private static long hash(long i) {
    return HASHER.reset().number((double) i).finish().high();
  }
}
