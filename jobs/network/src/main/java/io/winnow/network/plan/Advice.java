package io.winnow.network.plan;

/**
 * A change that makes a worker smaller, or leaves it more room.
 *
 * @param change what to do
 * @param workerBytes of a worker then
 * @param savedBytes of each worker
 * @param fits whether the plan fits with this change alone
 */
public record Advice(String change, long workerBytes, long savedBytes, boolean fits) {}
