package io.winnow.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.metrics.ClassificationState;
import io.winnow.core.metrics.RegressionState;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochProgressTest {

  @Test
  void tellsNoTimeLeftWhereThereIsNoPace() {
    assertThat(EpochProgress.timeLeft(Double.NaN)).isEqualTo("ETA -");
  }

  @Test
  void showsAccuracyAndAreaOfClasses() {
    ClassificationState state = new ClassificationState(List.of("no", "yes"));
    state.add(0, new float[] {0.75f, 0.25f});
    state.add(1, new float[] {0.625f, 0.375f});

    assertThat(new EpochProgress(3, 20, 0.33124, state.metrics(), 41_200, 42).line())
        .isEqualTo(
            "epoch 3/20  loss 0.3312  validation accuracy 0.5000  rocAuc 1.0000  41,200 rows/s"
                + "  ETA 0:42");
  }

  @Test
  void showsErrorOfTargets() {
    RegressionState state = new RegressionState();
    state.add(1000, 3500);
    state.add(3000, 3500);

    assertThat(new EpochProgress(1, 2, 0.5, state.metrics(), 999.6, 61).line())
        .startsWith("epoch 1/2  loss 0.5000  validation rmse 1,802.8  r2 -2.2500  1,000 rows/s")
        .endsWith("ETA 1:01");
  }

  @Test
  void showsNoValidationWhereThereIsNone() {
    assertThat(new EpochProgress(2, 2, 12_345.678, null, 5, 0).line())
        .isEqualTo("epoch 2/2  loss 12,345.7  5 rows/s  ETA 0:00");
  }
}
