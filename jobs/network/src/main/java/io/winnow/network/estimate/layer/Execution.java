package io.winnow.network.estimate.layer;

import org.deeplearning4j.nn.conf.CacheMode;

/**
 * How Deeplearning4j is run, as far as its layers' arrays depend on it.
 *
 * @param cache what the forward pass keeps
 * @param helpers whether layers hand their work to cuDNN or oneDNN
 * @param release of Deeplearning4j
 */
public record Execution(CacheMode cache, Helpers helpers, Release release) {
  /** As Winnow runs it. */
  public Execution(CacheMode cache, Helpers helpers) {
    this(cache, helpers, Release.M2_1);
  }
}
