package io.winnow.train;

import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.train.feed.PreparedSplit;

/**
 * What is to be trained on what.
 *
 * @param validation measured after every epoch; may be empty
 */
public record TrainingTask(
    NetworkConfig network,
    TrainingConfig training,
    FittedLabel label,
    PreparedSplit train,
    PreparedSplit validation) {}
