package io.winnow.network.bundle;

import io.winnow.core.manifest.ModelReport.ReloadReport;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.infer.Predictor;
import java.util.List;

/**
 * Prepared feature vectors and what the trained network gave for them.
 *
 * @param rows at least one
 */
record GoldenPredictions(List<Row> rows) {
  /**
   * Largest difference of one output that another processor's rounding may cause: of the outputs
   * themselves, which are probabilities or scaled targets.
   */
  static final double TOLERANCE = 1e-4;

  /** One row. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Row(float[] features, float[] outputs) {}

  static GoldenPredictions of(NetworkSnapshot network, List<float[]> rows) {
    Predictor predictor = new Predictor(network);
    return new GoldenPredictions(
        rows.stream().map(row -> new Row(row, predictor.predict(row))).toList());
  }

  ReloadReport compare(NetworkSnapshot network) {
    Predictor predictor = new Predictor(network);
    double greatest = 0;
    for (Row row : rows) {
      float[] outputs = predictor.predict(row.features());
      for (int i = 0; i < outputs.length; i++) {
        double difference = Math.abs((double) outputs[i] - row.outputs()[i]);
        // Math.max keeps a NaN, which then verifies nothing.
        greatest = Math.max(greatest, difference);
      }
    }
    return new ReloadReport(greatest <= TOLERANCE, rows.size(), greatest);
  }
}
