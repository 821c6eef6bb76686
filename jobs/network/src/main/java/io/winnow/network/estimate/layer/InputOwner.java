package io.winnow.network.estimate.layer;

/** Whose array a layer is given. */
public enum InputOwner {
  /** The caller's, which a layer must not overwrite. */
  CALLER,
  /** The network's own, which a layer may overwrite. */
  NETWORK
}
