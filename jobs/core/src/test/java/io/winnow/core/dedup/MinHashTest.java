package io.winnow.core.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {
  private static final int PAIRS = 4_000;

  /** Measured recall lies within four standard errors of 1 − (1 − sʳ)ᵇ. */
  @ParameterizedTest
  @CsvSource({
    "14, 8, 40",
    "14, 8, 60",
    "14, 8, 80",
    "14, 8, 90",
    "49, 3, 20",
    "49, 3, 45",
    "20, 2, 10",
    "20, 2, 30",
    "8, 1, 20",
    "8, 1, 45",
    "1, 1, 50",
    "5, 5, 0"
  })
  void recallFollowsTheFormula(int bands, int rows, int percent) {
    Banding banding = new Banding(bands, rows);
    double similarity = percent / 100.0;
    double expected = banding.recall(similarity);
    double error = Math.sqrt(expected * (1 - expected) / PAIRS);
    assertThat(measured(banding, percent)).isCloseTo(expected, within(4 * error));
  }

  @Test
  void signaturesDependOnTheSetAlone() {
    ShingleSet set = ShingleSet.of(3, 1, 2, 3, -5);
    MinHash used = new MinHash(new Banding(6, 2));
    long[] buckets = used.buckets(set).clone();
    used.buckets(ShingleSet.of(9));
    assertThat(used.buckets(ShingleSet.of(-5, 1, 2, 3))).containsExactly(buckets);
    assertThat(Arrays.stream(buckets).distinct()).hasSize(6);
  }

  @Test
  void refusesAnEmptySet() {
    MinHash hash = new MinHash(new Banding(1, 1));
    assertThatThrownBy(() -> hash.buckets(ShingleSet.of())).hasMessageContaining("empty set");
  }

  /**
   * Share of pairs of sets with 100 shingles in either, and so many in both, that share a bucket.
   */
  private static double measured(Banding banding, int both) {
    SplittableRandom random = new SplittableRandom(banding.signature() * 1_000L + both);
    MinHash hash = new MinHash(banding);
    int candidates = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      long[] shingles = random.longs(100).toArray();
      int onlyLeft = (100 - both) / 2;
      long[] left = hash.buckets(ShingleSet.of(Arrays.copyOf(shingles, both + onlyLeft)));
      long[] right =
          hash.buckets(
              ShingleSet.of(
                  LongStream.concat(
                          Arrays.stream(shingles, 0, both),
                          Arrays.stream(shingles, both + onlyLeft, 100))
                      .toArray()));
      boolean shared = false;
      for (int band = 0; band < left.length; band++) {
        shared |= left[band] == right[band];
      }
      candidates += shared ? 1 : 0;
    }
    return (double) candidates / PAIRS;
  }
}
