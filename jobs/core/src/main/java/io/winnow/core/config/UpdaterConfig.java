package io.winnow.core.config;

import org.jspecify.annotations.Nullable;

/**
 * The optimizer.
 *
 * @param momentum of {@link UpdaterName#NESTEROVS}
 * @param schedule how the learning rate falls, or null for a constant one
 */
public record UpdaterConfig(
    UpdaterName name, double learningRate, double momentum, @Nullable ScheduleConfig schedule) {}
