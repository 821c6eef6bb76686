/**
 * From prepared Parquet to minibatches.
 *
 * <pre>
 * PreparedSplit --rows--&gt; PreparedRow --ShardDealer--&gt; Shard --Minibatches--&gt; DataSet
 *                              \--FeatureBlock--&gt; evaluation
 * </pre>
 *
 * <p>Which row stands in which shard, and in which minibatch of an epoch, follows from the seed and
 * the row keys alone, whatever the partitioning of the files.
 */
@NullMarked
package io.winnow.train.feed;

import org.jspecify.annotations.NullMarked;
