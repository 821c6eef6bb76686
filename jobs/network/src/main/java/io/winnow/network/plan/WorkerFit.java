package io.winnow.network.plan;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.Dl4jEstimator;
import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.MemorySize;
import io.winnow.network.estimate.ProcessEstimate;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.pass.NetworkModel;
import java.util.Objects;

/**
 * Whether one worker keeps within a limit of native memory: the predicted growth of its process,
 * margin included, is held against the limit.
 */
public final class WorkerFit {
  private final Dl4jEstimator estimator;
  private final long limit;

  /**
   * A worker of a network.
   *
   * @param limit in bytes
   */
  public WorkerFit(NetworkModel network, long limit) {
    this.estimator = new Dl4jEstimator(network, RunSetting.defaults());
    this.limit = limit;
  }

  /** Bytes to be held against the limit. */
  public long bytes(int batch) {
    Estimate estimate = estimator.estimate(batch, DataType.FLOAT32);
    ProcessEstimate process = Objects.requireNonNull(estimate.process());
    return process.withMargin();
  }

  /** Whether a batch fits. */
  public boolean fits(int batch) {
    return bytes(batch) <= limit;
  }

  /** The largest batch that fits, or 0 where not even 1 does. */
  public int largestBatch() {
    return BatchSearch.largest(this::fits);
  }

  /**
   * Refuses a batch that does not fit.
   *
   * @throws WinnowException that names the largest batch that does
   */
  public void require(int batch) {
    if (fits(batch)) {
      return;
    }
    int largest = largestBatch();
    throw new WinnowException(
        ExitCode.DOES_NOT_FIT,
        "training.batch %d: a worker needs %s, memory.perWorker is %s; %s"
            .formatted(
                batch,
                MemorySize.readable(bytes(batch)),
                MemorySize.readable(limit),
                largest == 0
                    ? "not even a batch of 1 fits: give more memory or a smaller network"
                    : "the largest batch that fits is " + largest));
  }
}
