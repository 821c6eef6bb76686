package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.Basis;
import java.util.List;

/**
 * What is known of a layer without running anything.
 *
 * @param outputShape rows, then units, or channels and extents
 * @param inputElements over the batch
 * @param parameters of it
 * @param updaterState elements of the optimizer's state
 * @param basis of its activations and working memory
 */
public record LayerInfo(
    String name,
    String type,
    List<Long> outputShape,
    long inputElements,
    long parameters,
    long updaterState,
    Basis basis) {
  /** Whether Deeplearning4j runs it by SameDiff. */
  public boolean isSamediff() {
    return type.endsWith("ttention") || type.startsWith("locallyConnected");
  }
}
