package io.winnow.network.infer;

import io.winnow.network.model.InputColumns;
import io.winnow.network.model.TrainableNetwork;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Predicts with a trained network. Not for use by several threads at once.
 *
 * <p>Matrix multiplication rounds differently at different places of an array, so that the last bit
 * of a prediction depends on how many rows are given and on the row's place among them, but not on
 * the other rows.
 */
public final class Predictor {
  /** Rows that may go through the network at once. */
  public static final int BATCH = 256;

  private final TrainableNetwork network;
  private final InputColumns columns;
  private final int features;

  /** A predictor of one network. */
  public Predictor(NetworkSnapshot snapshot) {
    network = snapshot.network();
    columns = new InputColumns(network.architecture().inputs());
    features = columns.features();
  }

  /** Length of a feature vector. */
  public int features() {
    return features;
  }

  /** Outputs of one row: probabilities by class, or one scaled number. */
  public int outputs() {
    return network.architecture().outputs();
  }

  /**
   * Outputs for one row.
   *
   * @param row a prepared feature vector
   */
  public float[] predict(float[] row) {
    if (row.length != features) {
      throw new IllegalArgumentException(
          "%d features given, the network takes %d".formatted(row.length, features));
    }
    return predict(row, 1);
  }

  /**
   * Outputs for several rows.
   *
   * @param rows feature vectors one after the other, {@code count * features()} values at least
   * @param count rows to predict, at most {@link #BATCH}
   * @return outputs one row after the other, {@code count * outputs()} values
   */
  public float[] predict(float[] rows, int count) {
    if (count > BATCH || count * features > rows.length) {
      throw new IllegalArgumentException(
          "%d rows asked of an array of %d values; at most %d rows of %d features go at once"
              .formatted(count, rows.length, BATCH, features));
    }
    INDArray[] inputs = columns.arrays(count, rows);
    try {
      return network.output(inputs).dup('c').data().asFloat();
    } finally {
      Arrays.stream(inputs).forEach(INDArray::close);
    }
  }
}
