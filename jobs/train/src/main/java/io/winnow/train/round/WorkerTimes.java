package io.winnow.train.round;

import java.io.Serializable;

/**
 * Where a worker's time went in a round, in nanoseconds.
 *
 * @param receive until the broadcast state is there
 * @param load into the network
 * @param fit of the minibatches
 * @param save out of the network
 */
record WorkerTimes(long receive, long load, long fit, long save) implements Serializable {
  private static final long serialVersionUID = 1L;

  long total() {
    return receive + load + fit + save;
  }
}
