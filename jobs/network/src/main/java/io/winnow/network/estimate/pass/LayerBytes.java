package io.winnow.network.estimate.pass;

/**
 * What one layer, with the preprocessor before it, allocates in one pass over a minibatch.
 *
 * @param activations bytes of outputs, which live until the pass ends or until all that need them
 *     had them
 * @param epsilons bytes of the gradient of its input, and of what goes beside it
 * @param home name of the workspace of one layer that holds its gradient in training, its output in
 *     inference; empty where there is none
 * @param forward bytes of working memory forward
 * @param backward bytes of working memory backward
 * @param score bytes of working memory of the score
 * @param loop largest bytes of one step of a recurrent loop
 */
public record LayerBytes(
    long activations,
    long epsilons,
    String home,
    long forward,
    long backward,
    long score,
    long loop) {
  static final LayerBytes NONE = new LayerBytes(0, 0, "", 0, 0, 0, 0);

  /** Bytes in the workspace of one layer. */
  public long held() {
    return epsilons > 0 ? epsilons : activations;
  }

  /** The largest working memory at one time. */
  public long working() {
    return Math.max(Math.max(forward, backward), score);
  }

  LayerBytes withForward(long activated, long working, long looped) {
    return new LayerBytes(
        activations + activated,
        epsilons,
        home,
        Math.max(forward, working),
        backward,
        score,
        Math.max(loop, looped));
  }

  LayerBytes withHome(String name) {
    return new LayerBytes(activations, epsilons, name, forward, backward, score, loop);
  }

  LayerBytes withBackward(long gradient, String name, long working, long looped) {
    return new LayerBytes(
        activations, gradient, name, forward, working, score, Math.max(loop, looped));
  }

  LayerBytes withScore(long activated, long working) {
    return new LayerBytes(
        activations + activated, epsilons, home, forward, backward, working, loop);
  }
}
