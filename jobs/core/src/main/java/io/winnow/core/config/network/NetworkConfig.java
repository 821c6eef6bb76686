package io.winnow.core.config.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network from its input to its output: declared layers, or Deeplearning4j's JSON.
 *
 * @param input shape of one example, or null for as many features as the prepared data has
 * @param layers empty where there is JSON
 * @param deeplearning4j null where there are layers; not to be changed
 */
public record NetworkConfig(
    @Nullable InputConfig input, List<LayerConfig> layers, @Nullable ObjectNode deeplearning4j) {

  /** A network of declared layers. */
  public NetworkConfig(@Nullable InputConfig input, List<LayerConfig> layers) {
    this(input, layers, null);
  }
}
