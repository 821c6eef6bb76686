package io.winnow.core.config.network;

import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory without peepholes (Hochreiter and Schmidhuber 1997, Gers 2000).
 *
 * @param units outputs of a step
 * @param dropout share of this layer's inputs set to zero while training
 * @param l1 weight of the sum of absolute weights in the loss
 * @param l2 weight of half the sum of squared weights in the loss
 */
public record LstmConfig(
    @Nullable String name,
    int units,
    ActivationName activation,
    WeightInitName weightInit,
    Returns returns,
    double dropout,
    double l1,
    double l2)
    implements LayerConfig {}
