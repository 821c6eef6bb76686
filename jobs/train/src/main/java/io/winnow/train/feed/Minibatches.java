package io.winnow.train.feed;

import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.LayerShape;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The minibatches of one epoch.
 *
 * <p>Within a shard the rows of an epoch are permuted by (seed, epoch, slot). Every minibatch is a
 * pair of new arrays of exactly its size: views of larger arrays go wrong in ND4J 1.0.0-M2.1.
 *
 * @param epoch counted from 0
 * @param weights null where all classes count the same
 * @param rowWeights null where all rows of a class count the same
 */
public record Minibatches(
    int batch,
    long seed,
    int epoch,
    FittedLabel label,
    @Nullable ClassWeights weights,
    @Nullable RowWeights rowWeights)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Minibatches of rows that count the same within a class. */
  public Minibatches(
      int batch, long seed, int epoch, FittedLabel label, @Nullable ClassWeights weights) {
    this(batch, seed, epoch, label, weights, null);
  }

  /**
   * Some minibatches of a shard, in their order.
   *
   * @param first position of the first one within the epoch
   * @param count at most so many; fewer where the shard ends
   * @param input shape of one example
   */
  public Iterator<DataSet> of(Shard shard, int first, int count, LayerShape input) {
    int[] order = shard.order(seed, epoch);
    long start = (long) first * batch;
    long end = Math.min(shard.rows(), start + (long) count * batch);
    return new Iterator<>() {
      private long next = start;

      @Override
      public boolean hasNext() {
        return next < end;
      }

      @Override
      public DataSet next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int from = (int) next;
        int to = (int) Math.min(end, next + batch);
        next = to;
        return minibatch(shard, order, from, to, input);
      }
    };
  }

  /**
   * Rows of one minibatch; 0 beyond the end of the shard.
   *
   * @param position within the epoch, from 0
   */
  public int rows(Shard shard, int position) {
    long start = (long) position * batch;
    return (int) Math.max(0, Math.min(batch, shard.rows() - start));
  }

  /**
   * Writes one minibatch, row after row, over what the arrays held.
   *
   * @param position within the epoch, from 0
   * @param features room for all features of the rows
   * @param targets room for all outputs of the rows
   */
  public void copy(Shard shard, int position, float[] features, float[] targets) {
    int from = position * batch;
    int to = from + rows(shard, position);
    copy(shard, shard.order(seed, epoch), from, to, features, targets);
  }

  /**
   * Writes how much the rows of a minibatch count in the loss over what the array held, where they
   * do not count the same.
   *
   * @param position within the epoch, from 0
   * @param target room for all rows
   * @return whether there are weights
   */
  public boolean copyWeights(Shard shard, int position, float[] target) {
    if (rowWeights == null) {
      return false;
    }
    int[] order = shard.order(seed, epoch);
    int from = position * batch;
    for (int i = 0; i < target.length; i++) {
      target[i] = rowWeights.weight(shard.weight(order[from + i]));
    }
    return true;
  }

  private DataSet minibatch(Shard shard, int[] order, int from, int to, LayerShape input) {
    int rows = to - from;
    int outputs = label.outputs();
    float[] features = new float[rows * shard.features()];
    float[] targets = new float[rows * outputs];
    copy(shard, order, from, to, features, targets);
    return new DataSet(
        Nd4j.create(
            features, input.withBatch(rows).stream().mapToLong(Long::longValue).toArray(), 'c'),
        Nd4j.create(targets, new long[] {rows, outputs}, 'c'));
  }

  private void copy(Shard shard, int[] order, int from, int to, float[] features, float[] targets) {
    int outputs = label.outputs();
    Arrays.fill(targets, 0);
    for (int i = 0; i < to - from; i++) {
      int row = order[from + i];
      double raw = shard.copy(row, features, i * shard.features());
      if (label.task() == Task.CLASSIFICATION) {
        targets[i * outputs + (int) raw] = weights == null ? 1 : weights.weight(raw);
      } else {
        targets[i] = (float) label.scaled(raw);
      }
    }
  }
}
