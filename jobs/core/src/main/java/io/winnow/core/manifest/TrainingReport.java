package io.winnow.core.manifest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How training went.
 *
 * @param rounds averages taken
 * @param bestEpoch the epoch whose parameters were kept, counted from 1
 */
public record TrainingReport(
    String engine,
    int workers,
    int averagingFrequency,
    long rounds,
    int bestEpoch,
    StopReason stopReason,
    List<EpochReport> epochs) {

  /**
   * One pass over train.
   *
   * @param epoch counted from 1
   * @param trainLoss mean loss of the epoch, or null where it is not finite
   * @param validation metrics on validation by name; empty without such rows
   */
  public record EpochReport(
      int epoch, @Nullable Double trainLoss, Map<String, Double> validation) {}
}
