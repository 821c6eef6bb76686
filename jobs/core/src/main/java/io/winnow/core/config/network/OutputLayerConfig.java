package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer with a loss.
 *
 * @param units outputs, or null for one per class, or 1 for a regression
 * @param activation null for softmax over classes, identity for a regression
 * @param loss null for cross entropy over classes, squared error for a regression
 */
public record OutputLayerConfig(
    @Nullable String name,
    @Nullable Integer units,
    @Nullable ActivationName activation,
    @Nullable LossName loss,
    WeightInitName weightInit,
    double biasInit,
    double dropout,
    double l1,
    double l2)
    implements LayerConfig {}
