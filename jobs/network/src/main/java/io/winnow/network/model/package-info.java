/**
 * Networks of both classes of Deeplearning4j, layers in a row and graphs, behind what training and
 * prediction need of them.
 *
 * <p>An {@link io.winnow.network.model.Architecture} is a configuration and the shapes of its
 * inputs; {@link io.winnow.network.model.ArchitectureFactory} makes it of what a pipeline declares,
 * {@link io.winnow.network.model.ArchitectureJson} reads it without trusting the file. A {@link
 * io.winnow.network.model.TrainableNetwork} is built from it. Flat feature vectors become the
 * arrays of the inputs by {@link io.winnow.network.model.InputColumns}.
 */
@NullMarked
package io.winnow.network.model;

import org.jspecify.annotations.NullMarked;
