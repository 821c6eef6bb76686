package io.winnow.core.config.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network from its input to its output.
 *
 * @param input shape of one example, or null for as many features as the prepared data has
 */
public record NetworkConfig(@Nullable InputConfig input, List<LayerConfig> layers) {}
