/**
 * Parameter averaging by Deeplearning4j's own training master and workers; the only package that
 * knows {@code org.deeplearning4j.spark}.
 *
 * <p>Deeplearning4j broadcasts parameters and updater state, runs the minibatches of a round on
 * every worker, and averages; that part is its own. Winnow decides which minibatches a round has
 * ({@link io.winnow.train.feed.MinibatchPlan}) instead of Deeplearning4j's random splits, which run
 * over all rows once per round and silently leave out what exceeds a worker's share; and it adds up
 * in the order of the slots, since the order in which results arrive changes the last bit of a sum
 * as soon as there are three workers.
 */
@NullMarked
package io.winnow.train.stock;

import org.jspecify.annotations.NullMarked;
