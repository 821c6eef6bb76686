package io.winnow.network.estimate.layer;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A layer in its place in a network.
 *
 * @param layer its configuration
 * @param input shape of one example before it
 * @param output shape of one example behind it
 * @param batch rows of its input: the minibatch's examples, or steps of them
 * @param owner whose array its input is
 * @param execution how Deeplearning4j is run
 */
public record LayerSite(
    Layer layer,
    InputType input,
    InputType output,
    long batch,
    InputOwner owner,
    Execution execution) {
  /** Elements of its input, over the batch. */
  public long inputElements() {
    return Math.multiplyExact(batch, input.arrayElementsPerExample());
  }

  /** Elements of its output, over the batch. */
  public long outputElements() {
    return Math.multiplyExact(batch, output.arrayElementsPerExample());
  }

  /** Whether intermediate arrays of the forward pass are kept for the backward pass. */
  boolean caches() {
    return execution.cache() != CacheMode.NONE;
  }

  /** Whether the layer hands its work to cuDNN or oneDNN, if it can. */
  boolean helps() {
    return execution.helpers() == Helpers.ON;
  }

  /** A layer that is wrapped in this one: the same input, and the output that it says. */
  LayerSite through(Layer inner) {
    return new LayerSite(inner, input, inner.getOutputType(0, input), batch, owner, execution);
  }

  /** The same place with another layer in it. */
  LayerSite with(Layer other) {
    return new LayerSite(other, input, output, batch, owner, execution);
  }
}
