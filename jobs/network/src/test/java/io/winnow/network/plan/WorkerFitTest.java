package io.winnow.network.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.pass.NetworkModel;
import io.winnow.network.estimate.source.NetworkFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkerFitTest {
  private static final long MIB = 1 << 20;
  private static final NetworkModel LENET =
      NetworkFiles.read(Path.of("../../conf/networks/lenet.json"), null);

  @Test
  void theLargestBatchFitsAndTheNextDoesNot() {
    WorkerFit fit = new WorkerFit(LENET, 200 * MIB);
    int largest = fit.largestBatch();

    assertThat(largest).isGreaterThan(32);
    assertThat(fit.bytes(largest)).isLessThanOrEqualTo(200 * MIB);
    assertThat(fit.bytes(largest + 1)).isGreaterThan(200 * MIB);
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheLargestBatch() {
    WorkerFit fit = new WorkerFit(LENET, 200 * MIB);

    fit.require(fit.largestBatch());
    assertThatThrownBy(() -> fit.require(4096))
        .isInstanceOfSatisfying(
            WinnowException.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DOES_NOT_FIT))
        .hasMessageContaining("training.batch 4096: a worker needs ")
        .hasMessageContaining("memory.perWorker is 200.0 MiB")
        .hasMessageEndingWith("the largest batch that fits is " + fit.largestBatch());
  }

  @Test
  void aNetworkThatNeverFitsSaysSo() {
    assertThatThrownBy(() -> new WorkerFit(LENET, MIB).require(1))
        .hasMessageContaining("not even a batch of 1 fits");
  }
}
