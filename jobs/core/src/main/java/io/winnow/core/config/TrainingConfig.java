package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * How the network is trained.
 *
 * @param workers replicas that train at once
 * @param averagingFrequency minibatches of each worker between two averages
 * @param batch rows of a minibatch
 * @param classWeights null where all rows count the same
 * @param maxShardBytes of the rows that a worker keeps in memory; more are read from disk
 * @param warmStart run or bundle that the parameters begin with; null draws them by the seed
 * @param earlyStopping null trains every epoch and keeps the last
 */
public record TrainingConfig(
    Engine engine,
    int workers,
    int averagingFrequency,
    int batch,
    int epochs,
    long seed,
    UpdaterConfig updater,
    @Nullable EarlyStoppingConfig earlyStopping,
    CheckpointConfig checkpoint,
    GpuConfig gpu,
    @Nullable String warmStart,
    long maxShardBytes,
    @Nullable ClassWeightConfig classWeights) {}
