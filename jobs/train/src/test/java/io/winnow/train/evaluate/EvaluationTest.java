package io.winnow.train.evaluate;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.FEATURES;
import static io.winnow.train.TestData.TARGET;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.row;
import static io.winnow.train.TestData.targetRows;
import static io.winnow.train.TestData.training;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.ClassificationState;
import io.winnow.core.metrics.Metric;
import io.winnow.core.metrics.Metrics;
import io.winnow.core.metrics.RegressionState;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.build.NetworkFactory;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.infer.Predictor;
import io.winnow.train.feed.PreparedSplit;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void equalsMeasuringRowByRow() {
    List<Row> rows = classRows(2500, 1);
    NetworkSnapshot network = untrained(CLASSES);
    Predictor predictor = new Predictor(network);
    ClassificationState expected = new ClassificationState(CLASSES.classes());
    rows.forEach(row -> expected.add((int) row.getDouble(1), predictor.predict(features(row))));

    Metrics measured = Evaluation.measure(network, CLASSES, split(rows, 3));

    assertThat(measured.rows()).isEqualTo(2500);
    assertClose(measured, expected.metrics(), Metric.ACCURACY, 1e-12);
    assertClose(measured, expected.metrics(), Metric.ROC_AUC, 1e-6);
    assertClose(measured, expected.metrics(), Metric.LOG_LOSS, 1e-6);
  }

  @Test
  void isTheSameForAnyPartitioning() {
    List<Row> rows = classRows(2500, 1);
    NetworkSnapshot network = untrained(CLASSES);
    Metrics expected = Evaluation.measure(network, CLASSES, split(rows, 1));

    for (int partitions : new int[] {3, 7}) {
      assertThat(Evaluation.measure(network, CLASSES, split(rows, partitions))).isEqualTo(expected);
    }
  }

  @Test
  void regressionIsMeasuredInUnitsOfTheTarget() {
    List<Row> rows = targetRows(300, 1);
    NetworkSnapshot network = untrained(TARGET);
    Predictor predictor = new Predictor(network);
    RegressionState expected = new RegressionState();
    rows.forEach(
        row -> expected.add(row.getDouble(1), 100 + 20.0 * predictor.predict(features(row))[0]));

    Metrics measured = Evaluation.measure(network, TARGET, split(rows, 2));

    assertClose(measured, expected.metrics(), Metric.RMSE, 1e-4);
    assertClose(measured, expected.metrics(), Metric.MAE, 1e-4);
    assertThat(measured.value(Metric.ACCURACY)).isEmpty();
  }

  @Test
  void measuresASingleRow() {
    Metrics measured = Evaluation.measure(untrained(CLASSES), CLASSES, split(classRows(1, 1), 1));

    assertThat(measured.rows()).isEqualTo(1);
    assertThat(measured.value(Metric.ROC_AUC)).isEmpty();
  }

  @Test
  void refusesAnEmptySplitAndRowsThatCannotBeUsed() {
    assertThatThrownBy(
            () -> Evaluation.measure(untrained(CLASSES), CLASSES, PreparedSplit.empty("test")))
        .isInstanceOf(WinnowException.class)
        .hasMessage("prepared/test: has no rows; prepare again");
    assertThatThrownBy(
            () ->
                Evaluation.measure(
                    untrained(CLASSES),
                    CLASSES,
                    split(List.of(row("k", Double.NaN, 1, 2, 3, 4)), 1)))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "prepared/test: row 'k' has label NaN, which is no class of 0 to 1; prepare again");
  }

  @Test
  void saysSoWhenOutputsAreNotFinite() {
    NetworkSnapshot network = untrained(CLASSES);
    float[] parameters = network.parameters().clone();
    Arrays.fill(parameters, Float.NaN);
    NetworkSnapshot broken = new NetworkSnapshot(network.architecture(), parameters);

    assertThatThrownBy(() -> Evaluation.measure(broken, CLASSES, split(classRows(20, 1), 2)))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TRAINING))
        .hasMessage("prepared/test: the network's output is not finite; train again");
  }

  private static NetworkSnapshot untrained(FittedLabel label) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NetworkFactory(network(), training(2, 1, 3)).configuration(FEATURES, label));
    network.init();
    return new NetworkSnapshot(
        network.getLayerWiseConfigurations().toJson(), network.params().dup().data().asFloat());
  }

  private static PreparedSplit split(List<Row> rows, int partitions) {
    return PreparedSplit.of("test", vectors(rows, partitions));
  }

  private static float[] features(Row row) {
    double[] values = ((Vector) row.get(2)).toArray();
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static void assertClose(Metrics actual, Metrics expected, Metric metric, double margin) {
    assertThat(actual.value(metric).orElseThrow())
        .isCloseTo(expected.value(metric).orElseThrow(), within(margin));
  }
}
