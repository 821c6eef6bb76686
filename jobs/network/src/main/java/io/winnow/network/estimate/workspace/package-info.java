/**
 * Deeplearning4j's memory workspaces, simulated: what would be allocated is counted, nothing is.
 *
 * <p>{@link io.winnow.network.estimate.workspace.Workspace} grows as ND4J's workspaces do; {@link
 * io.winnow.network.estimate.workspace.MemoryScope} is what a layer allocates through.
 */
@NullMarked
package io.winnow.network.estimate.workspace;

import org.jspecify.annotations.NullMarked;
