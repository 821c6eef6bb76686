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
  @JsonSubTypes.Type(value = Convolution3dConfig.class, name = "convolution3d"),
  @JsonSubTypes.Type(value = Pooling2dConfig.class, name = "pooling2d"),
  @JsonSubTypes.Type(value = Pooling3dConfig.class, name = "pooling3d"),
  @JsonSubTypes.Type(value = GlobalPoolingConfig.class, name = "globalPooling"),
  @JsonSubTypes.Type(value = BatchNormConfig.class, name = "batchNorm"),
  @JsonSubTypes.Type(value = LstmConfig.class, name = "lstm"),
  @JsonSubTypes.Type(value = SimpleRnnConfig.class, name = "simpleRnn")
})
public sealed interface LayerConfig
    permits DenseConfig,
        OutputLayerConfig,
        Convolution2dConfig,
        Convolution3dConfig,
        Pooling2dConfig,
        Pooling3dConfig,
        GlobalPoolingConfig,
        BatchNormConfig,
        LstmConfig,
        SimpleRnnConfig {

  /** Name that reports show, or null for one made of type and position. */
  @Nullable String name();
}
