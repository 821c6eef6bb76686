package io.winnow.train;

import io.winnow.core.config.EarlyStoppingConfig;
import io.winnow.core.metrics.Metrics;
import io.winnow.network.infer.NetworkSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the network of the best epoch and says when to stop: after {@code patience} epochs in a row
 * in which the watched metric did not become better by more than {@code minDelta}. Without early
 * stopping the last epoch is the best.
 */
public final class BestEpoch {
  private final @Nullable EarlyStoppingConfig stopping;
  private double best = Double.NaN;
  private int epoch;
  private int sinceBest;
  private @Nullable NetworkSnapshot network;

  /**
   * What later epochs depend on.
   *
   * @param epoch the best so far, from 1; 0 before the first
   * @param value of the watched metric in it; NaN where there is none
   * @param sinceBest epochs after it
   * @param network null before the first epoch
   */
  public record Kept(int epoch, double value, int sinceBest, @Nullable NetworkSnapshot network) {}

  /** Watches as configured, or only keeps the last epoch. */
  public BestEpoch(@Nullable EarlyStoppingConfig stopping) {
    this.stopping = stopping;
  }

  /**
   * Takes note of an epoch.
   *
   * @param number of the epoch, from 1
   * @param validation null without validation rows, which early stopping needs
   */
  public void ended(int number, @Nullable Metrics validation, NetworkSnapshot candidate) {
    if (stopping == null) {
      keep(number, candidate);
      return;
    }
    double value =
        validation == null ? Double.NaN : validation.value(stopping.metric()).orElse(Double.NaN);
    if (network == null
        || stopping.metric().direction().improves(value, best, stopping.minDelta())) {
      best = value;
      keep(number, candidate);
    } else {
      sinceBest++;
    }
  }

  /** What is remembered. */
  public Kept kept() {
    return new Kept(epoch, best, sinceBest, network);
  }

  /** Goes on from what was remembered. */
  public void restore(Kept kept) {
    epoch = kept.epoch();
    best = kept.value();
    sinceBest = kept.sinceBest();
    network = kept.network();
  }

  /** Whether to stop now. */
  public boolean exhausted() {
    return stopping != null && sinceBest >= stopping.patience();
  }

  /** The best epoch so far, from 1; 0 before the first. */
  public int epoch() {
    return epoch;
  }

  /** The network of the best epoch; there must have been one. */
  public NetworkSnapshot network() {
    if (network == null) {
      throw new IllegalStateException("no epoch has ended yet");
    }
    return network;
  }

  private void keep(int number, NetworkSnapshot candidate) {
    epoch = number;
    network = candidate;
    sinceBest = 0;
  }
}
