package io.winnow.core.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairScoreTest {
  @Test
  void isThatOfTheDefinitions() {
    PairScore score = new PairScore(8, 4, 3);
    assertThat(score.precision()).isEqualTo(0.75);
    assertThat(score.recall()).isEqualTo(0.375);
    assertThat(score.f1()).isEqualTo(2 * 0.75 * 0.375 / (0.75 + 0.375));
  }

  @Test
  void isZeroWhereNothingIsFound() {
    PairScore score = new PairScore(0, 0, 0);
    assertThat(score.precision()).isZero();
    assertThat(score.recall()).isZero();
    assertThat(score.f1()).isZero();
  }
}
