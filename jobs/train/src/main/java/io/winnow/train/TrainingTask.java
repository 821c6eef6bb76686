package io.winnow.train;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.train.feed.PreparedSplit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be trained on what.
 *
 * @param validation measured after every epoch; may be empty
 * @param start what the parameters begin with; null draws them by the seed
 */
public record TrainingTask(
    NetworkConfig network,
    TrainingConfig training,
    FittedLabel label,
    PreparedSplit train,
    PreparedSplit validation,
    @Nullable NetworkSnapshot start) {}
