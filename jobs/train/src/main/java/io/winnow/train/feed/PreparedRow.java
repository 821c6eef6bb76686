package io.winnow.train.feed;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One prepared row on its way to a shard.
 *
 * @param weight how much it counts in the loss, 1 where nobody says
 * @param indices of the values that are not 0, ascending; null where all values are given
 * @param problem why the row cannot be used, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PreparedRow(
    String key,
    double label,
    float weight,
    int @Nullable [] indices,
    float[] values,
    @Nullable String problem)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The features in an array of their own. */
  float[] dense(int features) {
    float[] dense = new float[features];
    copyTo(dense, 0);
    return dense;
  }

  /** Writes the features into an array of zeros. */
  void copyTo(float[] target, int offset) {
    if (indices == null) {
      System.arraycopy(values, 0, target, offset, values.length);
    } else {
      for (int i = 0; i < indices.length; i++) {
        target[offset + indices[i]] = values[i];
      }
    }
  }
}
