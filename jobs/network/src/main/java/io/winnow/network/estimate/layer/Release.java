package io.winnow.network.estimate.layer;

/** The release of Deeplearning4j whose arrays are counted. */
public enum Release {
  /**
   * 1.0.0-beta3 of 2018, for which figures of a GPU were published. What differs in its working
   * memory is known of convolutions over images alone.
   */
  BETA3,
  /** 1.0.0-M2.1, which Winnow trains with. */
  M2_1
}
