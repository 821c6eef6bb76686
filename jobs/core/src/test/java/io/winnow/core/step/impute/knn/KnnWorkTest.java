package io.winnow.core.step.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnnWorkTest {
  @Test
  void workIsPairsTimesColumns() {
    KnnWork work = new KnnWork(50_000, 1_000_000, 20);

    assertThat(work.pairDimensions()).isEqualTo(1e12);
    assertThat(work.seconds(0.2, 2)).isEqualTo(100);
  }

  @Test
  void donorsAreAsManyAsTheWorkAllows() {
    KnnWork work = new KnnWork(100, 1000, 5);

    assertThat(work.donorsWithin(250_000)).isEqualTo(500);
    assertThat(work.donorsWithin(249_999)).isEqualTo(499);
    assertThat(work.donorsWithin(1e12)).isEqualTo(1000);
    assertThat(work.donorsWithin(1)).isOne();
    assertThat(new KnnWork(0, 1000, 5).donorsWithin(1e6)).isEqualTo(1000);
  }

  @Test
  void measuresATimePerPairAndColumn() {
    KnnSpace space = KnnTable.numbers(1, 1, 1, 1);
    Points rows = KnnTable.random(space, 500, 0.3, 4);

    assertThat(
            KnnWork.nanos(
                space,
                new KnnParameters(3, NeighbourWeights.UNIFORM),
                rows,
                Donors.of(space, rows)))
        .isBetween(0.01, 1000.0);
  }
}
