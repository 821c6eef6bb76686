package io.winnow.train.feed;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Some rows in primitive arrays.
 *
 * @param features one row after the other
 * @param problem why some row cannot be used, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record FeatureBlock(
    int rows, float[] features, double[] labels, float[] weights, @Nullable String problem)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows of a block but for the last of a sequence. */
  static final int ROWS = 1024;

  /** Packs rows into blocks as they are asked for. */
  static Iterator<FeatureBlock> pack(Iterator<PreparedRow> rows, int features) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public FeatureBlock next() {
        if (!rows.hasNext()) {
          throw new NoSuchElementException();
        }
        List<PreparedRow> next = new ArrayList<>();
        while (rows.hasNext() && next.size() < ROWS) {
          next.add(rows.next());
        }
        return of(next, features);
      }
    };
  }

  private static FeatureBlock of(List<PreparedRow> rows, int features) {
    float[] values = new float[Math.multiplyExact(rows.size(), features)];
    double[] labels = new double[rows.size()];
    float[] weights = new float[rows.size()];
    String problem = null;
    for (int i = 0; i < labels.length; i++) {
      PreparedRow row = rows.get(i);
      row.copyTo(values, i * features);
      labels[i] = row.label();
      weights[i] = row.weight();
      problem = first(problem, row.problem());
    }
    return new FeatureBlock(labels.length, values, labels, weights, problem);
  }

  /** The alphabetically first of two problems, so that which one is told depends on no order. */
  public static @Nullable String first(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }
}
