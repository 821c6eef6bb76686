package io.winnow.train.feed;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How much rows count in the loss by the column of their table with role weight: {@code w * n /
 * sum(w)}, so that the rows of train count 1 on average and a learning rate means the same. A row
 * of weight 2 counts as much as two rows.
 *
 * @param scale n / sum(w)
 */
public record RowWeights(double scale) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The weights of a training, or null where all rows count the same. */
  public static @Nullable RowWeights of(Shards shards) {
    return shards.isWeighted() ? new RowWeights(shards.rows() / shards.weights()) : null;
  }

  /**
   * Weight of a row in the loss.
   *
   * @param declared as its table says
   */
  float weight(float declared) {
    return (float) (declared * scale);
  }
}
