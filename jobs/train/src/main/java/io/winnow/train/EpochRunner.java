package io.winnow.train;

import io.winnow.network.model.TrainableNetwork;

/** Runs the epochs of one training; what differs between trainers. */
public interface EpochRunner extends AutoCloseable {
  /**
   * Trains one pass over the rows.
   *
   * @param epoch counted from 0
   * @return mean loss over the rows, each minibatch before its update; may not be finite, and then
   *     the epoch may have been cut short
   * @throws DivergenceException where parameters left the range of sane numbers
   */
  double run(int epoch);

  /** The network, in the state after the last epoch that was run. */
  TrainableNetwork network();

  /** Averages taken so far. */
  long rounds();

  /**
   * Bytes of the arrays that the largest worker holds: parameters, gradient, updater state,
   * workspaces and minibatch; 0 where nobody counts them.
   */
  default long workerBytes() {
    return 0;
  }

  /** Lets go of what the workers hold. */
  @Override
  void close();
}
