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

  RowReader(String split, FittedLabel label, int features, boolean vector) {
    this.split = split;
    this.classes = label.classes().size();
    this.features = features;
    this.vector = vector;
  }

  PreparedRow read(Row row) {
    String key = row.isNullAt(0) ? "" : row.getString(0);
    double label = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
    PreparedRow read = vector ? vector(row, key, label) : columns(row, key, label);
    return read.problem() == null
        ? read
        : new PreparedRow(key, 0, null, new float[features], read.problem());
  }

  private PreparedRow vector(Row row, String key, double label) {
    Vector given = row.isNullAt(2) ? Vectors.zeros(0) : (Vector) row.get(2);
    boolean sparse = given instanceof SparseVector;
    float[] values = floats(sparse ? ((SparseVector) given).values() : given.toArray());
    int[] indices = sparse ? ((SparseVector) given).indices() : null;
    return new PreparedRow(key, label, indices, values, problem(key, label, given.size(), values));
  }

  private PreparedRow columns(Row row, String key, double label) {
    float[] values = new float[row.length() - 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.isNullAt(i + 2) ? Float.NaN : (float) row.getDouble(i + 2);
    }
    return new PreparedRow(key, label, null, values, problem(key, label, values.length, values));
  }

  private @Nullable String problem(String key, double label, int size, float[] values) {
    boolean usable =
        Double.isFinite(label)
            && (classes == 0 || (label == Math.rint(label) && label >= 0 && label < classes));
    if (!usable) {
      return "prepared/%s: row '%s' has label %s, which is no %s; prepare again"
          .formatted(split, key, label, classes == 0 ? "number" : "class of 0 to " + (classes - 1));
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
