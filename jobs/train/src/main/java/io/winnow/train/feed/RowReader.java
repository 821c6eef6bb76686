package io.winnow.train.feed;

import io.winnow.core.pipeline.FittedLabel;
import java.io.Serializable;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a prepared split. A row that cannot be used is read with its problem, so that
 * the driver can say what is wrong instead of a task that fails.
 */
final class RowReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String split;
  private final int classes;
  private final int features;
  private final boolean vector;
  private final boolean weighted;

  /**
   * A reader of rows.
   *
   * @param vector whether features are one vector
   * @param weighted whether a weight stands before the features
   */
  RowReader(String split, FittedLabel label, int features, boolean vector, boolean weighted) {
    this.split = split;
    this.classes = label.classes().size();
    this.features = features;
    this.vector = vector;
    this.weighted = weighted;
  }

  PreparedRow read(Row row) {
    String key = row.isNullAt(0) ? "" : row.getString(0);
    double label = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
    float weight = weight(row);
    PreparedRow read = vector ? vector(row, key, label, weight) : columns(row, key, label, weight);
    return read.problem() == null
        ? read
        : new PreparedRow(key, 0, 1, null, new float[features], read.problem());
  }

  private float weight(Row row) {
    if (!weighted) {
      return 1;
    }
    return row.isNullAt(2) ? Float.NaN : (float) row.getDouble(2);
  }

  private int leading() {
    return weighted ? 3 : 2;
  }

  private PreparedRow vector(Row row, String key, double label, float weight) {
    int at = leading();
    Vector given = row.isNullAt(at) ? Vectors.zeros(0) : (Vector) row.get(at);
    boolean sparse = given instanceof SparseVector;
    float[] values = floats(sparse ? ((SparseVector) given).values() : given.toArray());
    int[] indices = sparse ? ((SparseVector) given).indices() : null;
    String problem = problem(key, label, weight, given.size(), values);
    return new PreparedRow(key, label, weight, indices, values, problem);
  }

  private PreparedRow columns(Row row, String key, double label, float weight) {
    int first = leading();
    float[] values = new float[row.length() - first];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.isNullAt(i + first) ? Float.NaN : (float) row.getDouble(i + first);
    }
    String problem = problem(key, label, weight, values.length, values);
    return new PreparedRow(key, label, weight, null, values, problem);
  }

  private @Nullable String problem(
      String key, double label, float weight, int size, float[] values) {
    boolean usable =
        Double.isFinite(label)
            && (classes == 0 || (label == Math.rint(label) && label >= 0 && label < classes));
    if (!usable) {
      return "prepared/%s: row '%s' has label %s, which is no %s; prepare again"
          .formatted(split, key, label, classes == 0 ? "number" : "class of 0 to " + (classes - 1));
    }
    if (!(weight >= 0 && Float.isFinite(weight))) {
      return "prepared/%s: row '%s' has weight %s, which is no number of 0 or more; prepare again"
          .formatted(split, key, weight);
    }
    if (size != features) {
      return "prepared/%s: row '%s' has %d features where others have %d; prepare again"
          .formatted(split, key, size, features);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return ("prepared/%s: row '%s' has a feature that is no finite 32-bit number; scale"
                + " or clip its column and prepare again")
            .formatted(split, key);
      }
    }
    return null;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
