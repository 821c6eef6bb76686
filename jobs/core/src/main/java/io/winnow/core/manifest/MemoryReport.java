package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * How much memory a worker needs.
 *
 * @param model that predicted it: {@code textbook} or {@code dl4j}
 * @param batch rows of a minibatch
 * @param predictedBytesPerWorker of the arrays of one replica in training
 * @param measuredBytesPerWorker the same as the largest worker had it after training; null where
 *     nothing was measured
 * @param fits whether a worker's process is predicted to keep within {@code memory.perWorker}; null
 *     without such a limit
 */
public record MemoryReport(
    String model,
    int batch,
    int workers,
    long predictedBytesPerWorker,
    @Nullable Long measuredBytesPerWorker,
    @Nullable Boolean fits) {

  /** The same with what was measured. */
  public MemoryReport measured(long bytesPerWorker) {
    return new MemoryReport(model, batch, workers, predictedBytesPerWorker, bytesPerWorker, fits);
  }
}
