/**
 * Parameter averaging in rounds over workers that stay.
 *
 * <pre>
 * driver: state --broadcast--&gt; workers: load, H minibatches, save --collect--&gt; driver: average
 * </pre>
 *
 * <p>The state is one array of bytes: the parameters and what the updater remembers. A worker owns
 * a shard, which stays in its executor's memory, and a network, which is built by its first round
 * and overwritten by every later one. The average is weighted by rows and added up in the order of
 * the slots. What a worker does in a round follows from the state, the seed and the round alone, so
 * a task that is run again, elsewhere or later, gives the same.
 */
@NullMarked
package io.winnow.train.round;

import org.jspecify.annotations.NullMarked;
