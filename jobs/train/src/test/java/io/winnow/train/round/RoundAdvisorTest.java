package io.winnow.train.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundAdvisorTest {

  @Test
  void saysWhatOneWorkerWouldGainAndWhereItStopsGaining() {
    // Two workers compute 5 ms each, a round takes 25 ms: one worker alone takes 10 ms.
    List<String> advice = advice(new RoundAdvisor(2, 10, 600), 0.025, 5);

    assertThat(advice)
        .containsExactly(
            "a round takes 25.0 ms, in which 2 workers train for 10.0 ms together: one worker would"
                + " be about 2.5 times as fast; set training.workers: 1 and"
                + " training.averagingFrequency: 600, or average after more than 40 minibatches");
    // A minibatch takes 0.5 ms and 20 ms of a round are lost: two workers run 80 in 40 ms when they
    // average after 40, as one alone does.
  }

  @Test
  void isSilentWhereWorkersGain() {
    assertThat(advice(new RoundAdvisor(2, 10, 600), 0.0099, 5)).isEmpty();
    assertThat(advice(new RoundAdvisor(1, 10, 600), 0.025, 5)).isEmpty();
  }

  @Test
  void leavesOutWarmingUpAndRoundsCutShort() {
    RoundAdvisor advisor = new RoundAdvisor(2, 10, 600);
    for (int i = 0; i < 10; i++) {
      assertThat(advisor.ended(60, 10, shares(5))).isEmpty();
      assertThat(advisor.ended(60, 3, shares(5))).isEmpty();
    }

    assertThat(advice(advisor, 0.0099, 5)).isEmpty();
  }

  private static List<String> advice(RoundAdvisor advisor, double seconds, long fitMillis) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Optional<String> advice = advisor.ended(seconds, 10, shares(fitMillis));
      advice.ifPresent(all::add);
    }
    return all;
  }

  private static List<WorkerShare> shares(long fitMillis) {
    WorkerShare share =
        new WorkerShare(640, 1, new byte[0], 0, new WorkerTimes(0, 0, fitMillis * 1_000_000, 0));
    return List.of(share, share);
  }
}
