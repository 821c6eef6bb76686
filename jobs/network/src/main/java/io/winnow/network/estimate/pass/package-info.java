/**
 * The passes of Deeplearning4j's networks over a minibatch, simulated: which workspaces are opened
 * when, and which arrays of which layers go there, read from the sources of deeplearning4j-nn
 * 1.0.0-M2.1.
 */
@NullMarked
package io.winnow.network.estimate.pass;

import org.jspecify.annotations.NullMarked;
