package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * How much memory a worker needs.
 *
 * @param model that predicted it: {@code textbook} or {@code dl4j}
 * @param batch rows of a minibatch
 * @param predictedBytesPerWorker of one replica in training
 * @param measuredBytesPerWorker null where nothing was measured
 * @param fits null where no memory size was given to compare with
 */
public record MemoryReport(
    String model,
    int batch,
    int workers,
    long predictedBytesPerWorker,
    @Nullable Long measuredBytesPerWorker,
    @Nullable Boolean fits) {}
