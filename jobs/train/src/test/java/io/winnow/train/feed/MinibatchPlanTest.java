package io.winnow.train.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinibatchPlanTest {

  @Test
  void countsWhatIsBehindInTheMiddleOfAnEpoch() {
    // 10 minibatches and 7, of which rounds of 3 are made.
    MinibatchPlan plan = new MinibatchPlan(10, 3, List.of(98, 65));

    assertThat(plan.minibatches()).isEqualTo(17);
    assertThat(plan.rowsBefore(0)).isZero();
    assertThat(plan.rowsBefore(2)).isEqualTo(120);
    assertThat(plan.rowsBefore(3)).isEqualTo(90 + 65);
    assertThat(plan.rowsBefore(4)).isEqualTo(98 + 65);
  }

  @Test
  void cutsAnEpochIntoFullRoundsAndARest() {
    MinibatchPlan plan = new MinibatchPlan(16, 3, List.of(100, 99));

    assertThat(plan.rounds()).isEqualTo(3);
    assertThat(plan.rows(0, 0)).isEqualTo(48);
    assertThat(plan.rows(0, 2)).isEqualTo(4);
    assertThat(plan.rows(1, 2)).isEqualTo(3);
    assertThat(plan.iterations(1)).isEqualTo(3);
    assertThat(plan.iterations(2)).isEqualTo(1);
  }

  @Test
  void aWorkerMayHaveNothingToDoInTheLastRound() {
    MinibatchPlan plan = new MinibatchPlan(16, 1, List.of(17, 16));

    assertThat(plan.rounds()).isEqualTo(2);
    assertThat(plan.rows(0, 1)).isEqualTo(1);
    assertThat(plan.rows(1, 1)).isZero();
  }

  @Test
  void oneRoundIsEnoughForFewRows() {
    MinibatchPlan plan = new MinibatchPlan(64, 10, List.of(1));

    assertThat(plan.rounds()).isEqualTo(1);
    assertThat(plan.rows(0, 0)).isEqualTo(1);
    assertThat(plan.iterations(0)).isEqualTo(1);
  }
}
