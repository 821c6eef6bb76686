package io.winnow.core.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandingPlanTest {
  /** The first figure is published: 14 bands of 8 rows at 0.8. */
  @ParameterizedTest
  @CsvSource({"14, 8, 0.8, 0.924", "20, 5, 0.8, 0.9996", "20, 5, 0.2, 0.0064", "1, 1, 0.3, 0.3"})
  void recallIsThatOfTheTextbook(int bands, int rows, double similarity, double recall) {
    assertThat(new Banding(bands, rows).recall(similarity)).isCloseTo(recall, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 1", "0.3, 2", "0.45, 1", "0.45, 3", "0.8, 8", "1, 4"})
  void reachesTheRecallWithTheFewestBands(double similarity, int rows) {
    Banding banding = Banding.reaching(0.99, similarity, rows);
    assertThat(banding.recall(similarity)).isGreaterThanOrEqualTo(0.99);
    if (banding.bands() > 1) {
      assertThat(new Banding(banding.bands() - 1, rows).recall(similarity)).isLessThan(0.99);
    }
  }

  @Test
  void moreSetsAreWorthMoreRows() {
    List<ShingleSet> sample = sample(new SplittableRandom(3));
    Banding few = BandingPlan.of(0.45, 1_000, sample);
    Banding many = BandingPlan.of(0.45, 10_000_000, sample);
    assertThat(few.recall(0.45)).isGreaterThanOrEqualTo(BandingPlan.RECALL);
    assertThat(many.recall(0.45)).isGreaterThanOrEqualTo(BandingPlan.RECALL);
    assertThat(many.rows()).isGreaterThan(few.rows());
    assertThat(many.signature()).isLessThanOrEqualTo(1024);
  }

  @Test
  void oneSetNeedsNoComparison() {
    assertThat(BandingPlan.of(0.45, 1, List.of(ShingleSet.of(1, 2)))).isEqualTo(new Banding(8, 1));
    assertThat(BandingPlan.of(1, 1, List.of(ShingleSet.of(1, 2)))).isEqualTo(new Banding(1, 1));
  }

  private static List<ShingleSet> sample(SplittableRandom random) {
    List<ShingleSet> sample = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      sample.add(ShingleSet.of(random.longs(60, 0, 500).toArray()));
    }
    return sample;
  }
}
