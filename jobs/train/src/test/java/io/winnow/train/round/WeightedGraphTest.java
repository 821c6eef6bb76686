package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.NO_CHECKPOINTS;
import static io.winnow.train.TestData.NO_GPU;
import static io.winnow.train.TestData.network;
import static io.winnow.train.TestData.vectors;
import static io.winnow.train.round.ShapedTrainingTest.codedRows;
import static io.winnow.train.round.ShapedTrainingTest.embedding;
import static io.winnow.train.round.WeightedRowsTest.weighted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.ClassWeightConfig;
import io.winnow.core.config.Engine;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.train.TrainingTask;
import io.winnow.train.feed.PreparedSplit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Weights of rows and of classes in a graph, and both together. */
class WeightedGraphTest {
  private static final ClassWeightConfig YES_COUNTS_FOUR_TIMES =
      new ClassWeightConfig(ClassWeightConfig.Kind.DECLARED, Map.of("yes", 4.0));

  @Test
  void aWeightIsARepetitionInAGraph() throws IOException {
    List<Row> once = codedRows(60);
    List<Row> repeated = new ArrayList<>(once);
    for (int i = 0; i < 60; i += 4) {
      repeated.add(RowFactory.create("again " + i, once.get(i).get(1), once.get(i).get(2)));
    }
    // A weight of 0 is a row that is not there.
    repeated.remove(1);
    // All rows are one minibatch, so that both have the same ones.
    TrainingConfig whole = training(1, 128, null);

    float[] weights =
        trained(embedding(), whole, weighted(once, i -> i == 1 ? 0 : i % 4 == 0 ? 2 : 1));

    assertThat(weights)
        .containsExactly(trained(embedding(), whole, plain(repeated)), within(1e-5f));
    assertThat(weights).isNotEqualTo(trained(embedding(), whole, plain(once)));
  }

  @Test
  void rowAndClassWeightsMultiply() throws IOException {
    List<Row> rows = codedRows(90);
    // Codes 0 are the class yes.
    PreparedSplit byRow = weighted(rows, i -> 1 + i % 5);
    PreparedSplit product = weighted(rows, i -> (1 + i % 5) * (i % 3 == 0 ? 4 : 1));
    for (NetworkConfig network : List.of(embedding(), network())) {
      float[] both = trained(network, training(2, 16, YES_COUNTS_FOUR_TIMES), byRow);

      assertThat(both)
          .containsExactly(trained(network, training(2, 16, null), product), within(1e-5f));
      assertThat(both).isNotEqualTo(trained(network, training(2, 16, null), byRow));
    }
  }

  private static float[] trained(
      NetworkConfig network, TrainingConfig training, PreparedSplit split) {
    return new RoundTrainer(Checkpoints.none())
        .train(
            new TrainingTask(
                network, training, CLASSES, split, PreparedSplit.empty("validation"), null),
            epoch -> {})
        .network()
        .parameters();
  }

  private static PreparedSplit plain(List<Row> rows) {
    return PreparedSplit.of("train", vectors(rows, 2));
  }

  private static TrainingConfig training(
      int workers, int batch, @Nullable ClassWeightConfig classWeights) {
    return new TrainingConfig(
        Engine.ROUNDS,
        workers,
        2,
        batch,
        4,
        5,
        new UpdaterConfig(UpdaterName.SGD, 0.1, 0.9, null),
        null,
        NO_CHECKPOINTS,
        NO_GPU,
        null,
        1L << 30,
        classWeights);
  }
}
