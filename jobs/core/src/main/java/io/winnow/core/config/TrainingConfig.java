package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * How the network is trained.
 *
 * @param workers replicas that train at once
 * @param averagingFrequency minibatches of each worker between two averages
 * @param batch rows of a minibatch
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
    CheckpointConfig checkpoint) {}
