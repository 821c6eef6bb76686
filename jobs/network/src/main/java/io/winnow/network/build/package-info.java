/**
 * From a declared network to a Deeplearning4j configuration.
 *
 * <p>{@link io.winnow.network.build.NetworkFactory} checks the declaration against the prepared
 * data and the task, fills in what the task decides, and translates layers, updater and schedule.
 */
@NullMarked
package io.winnow.network.build;

import org.jspecify.annotations.NullMarked;
