package io.winnow.core.config.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** One layer of a network. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DenseConfig.class, name = "dense"),
  @JsonSubTypes.Type(value = OutputLayerConfig.class, name = "output"),
  @JsonSubTypes.Type(value = Convolution2dConfig.class, name = "convolution2d"),
  @JsonSubTypes.Type(value = Convolution3dConfig.class, name = "convolution3d")
})
public sealed interface LayerConfig
    permits DenseConfig, OutputLayerConfig, Convolution2dConfig, Convolution3dConfig {

  /** Name that reports show, or null for one made of type and position. */
  @Nullable String name();
}
