package io.winnow.network.plan;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.RunSetting;
import io.winnow.network.estimate.pass.NetworkModel;
import org.jspecify.annotations.Nullable;

/**
 * What is to be planned.
 *
 * @param devices GPUs, or executors without one
 * @param workers over all devices; they are spread evenly, rounded up
 * @param margin share of the memory that is left free
 * @param batch examples of a minibatch; null for as many as fit
 */
public record PlanRequest(
    NetworkModel network,
    RunSetting setting,
    DataType type,
    Device device,
    int devices,
    int workers,
    double margin,
    @Nullable Integer batch) {
  private static final int MOST_SLOTS = 100;

  /** Refuses what cannot be planned. */
  public PlanRequest {
    if (devices < 1) {
      throw WinnowException.usage("--gpus %d: not above 0".formatted(devices));
    }
    if (workers < 1) {
      throw WinnowException.usage("--workers %d: not above 0".formatted(workers));
    }
    if (batch != null && batch < 1) {
      throw WinnowException.usage("--batch %d: not above 0".formatted(batch));
    }
    if (!(margin >= 0 && margin < 1)) {
      throw WinnowException.usage(
          "--margin %s: not a share from 0 to below 1, such as %s"
              .formatted(margin, Assumptions.MARGIN));
    }
    if ((workers + (long) devices - 1) / devices > MOST_SLOTS) {
      throw WinnowException.usage(
          "--workers %d: more than %d on each of %d; a worker wants a core of its own"
              .formatted(workers, MOST_SLOTS, devices));
    }
  }

  /** Workers on a device, at most. */
  int perDevice() {
    return (workers + devices - 1) / devices;
  }
}
