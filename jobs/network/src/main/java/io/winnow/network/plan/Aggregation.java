package io.winnow.network.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What averaging asks of the driver, which takes the state of every worker in one level.
 *
 * @param stateBytes parameters and updater state of one worker
 * @param roundBytes of all workers, which a round brings to the driver
 * @param maxResultSize what Spark must let it take
 * @param heap of the driver: the round, the state that is sent, twice, and the average
 */
public record Aggregation(long stateBytes, long roundBytes, long maxResultSize, long heap) {
  // Room for the serialised form around the arrays.
  private static final double ENVELOPE = 1.1;
  private static final int OWN_COPIES = 3;

  static Aggregation of(int workers, Replica replica) {
    long state = replica.state();
    long round = workers * state;
    return new Aggregation(
        state,
        round,
        Math.max(Assumptions.RESULTS, HostMemory.up((long) (ENVELOPE * round))),
        HostMemory.up(Assumptions.HEAP + (workers + (long) OWN_COPIES) * state));
  }

  /** Whether one array of bytes can hold a state, as the rounds engine needs it to. */
  @JsonProperty
  boolean oneArray() {
    return stateBytes <= Integer.MAX_VALUE;
  }
}
