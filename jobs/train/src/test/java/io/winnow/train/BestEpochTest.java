package io.winnow.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.EarlyStoppingConfig;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Metrics;
import io.winnow.core.metrics.RegressionState;
import io.winnow.network.infer.NetworkSnapshot;
import org.junit.jupiter.api.Test;

class BestEpochTest {

  @Test
  void keepsTheSmallestErrorAndStopsWhenPatienceEnds() {
    BestEpoch best = new BestEpoch(new EarlyStoppingConfig(Metric.MAE, 2, 0));

    int stopped = run(best, 5, 3, 4, 2, 2.5, 2.25, 1);

    assertThat(stopped).isEqualTo(6);
    assertThat(best.epoch()).isEqualTo(4);
    assertThat(best.network().parameters()).containsExactly(4);
    assertThat(best.exhausted()).isTrue();
  }

  @Test
  void aGainBelowMinDeltaIsNone() {
    BestEpoch best = new BestEpoch(new EarlyStoppingConfig(Metric.MAE, 2, 0.5));

    assertThat(run(best, 5, 4.75, 4.6, 1)).isEqualTo(3);
    assertThat(best.epoch()).isEqualTo(1);
  }

  @Test
  void withoutEarlyStoppingTheLastEpochIsKept() {
    BestEpoch best = new BestEpoch(null);

    assertThat(run(best, 1, 2, 3, 4, 5, 6)).isEqualTo(6);
    assertThat(best.epoch()).isEqualTo(6);
    assertThat(best.network().parameters()).containsExactly(6);
    assertThat(best.exhausted()).isFalse();
  }

  @Test
  void thereIsNoNetworkBeforeTheFirstEpoch() {
    assertThatThrownBy(() -> new BestEpoch(null).network())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no epoch has ended yet");
  }

  /** Epochs with these mean absolute errors; the number of those that were run. */
  private static int run(BestEpoch best, double... errors) {
    int epoch = 0;
    while (epoch < errors.length && !best.exhausted()) {
      Metrics metrics = metrics(errors[epoch]);
      epoch++;
      best.ended(epoch, metrics, new NetworkSnapshot("", new float[] {epoch}));
    }
    return epoch;
  }

  private static Metrics metrics(double error) {
    RegressionState state = new RegressionState();
    state.add(0, error);
    return state.metrics();
  }
}
