package io.winnow.network.estimate;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import org.deeplearning4j.nn.conf.CacheMode;

/** What the forward pass keeps for the backward pass. */
@EnumNaming(CamelCaseStrategy.class)
public enum Cache {
  /** Nothing: convolutions unfold their input again. */
  NONE(CacheMode.NONE),
  /** Intermediate arrays, in the memory of the device. */
  DEVICE(CacheMode.DEVICE);

  private final CacheMode mode;

  Cache(CacheMode mode) {
    this.mode = mode;
  }

  /** The framework's name for it. */
  public CacheMode mode() {
    return mode;
  }
}
