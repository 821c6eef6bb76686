package io.winnow.train.round;

import static io.winnow.train.TestData.CLASSES;
import static io.winnow.train.TestData.FEATURES;
import static io.winnow.train.TestData.classRows;
import static io.winnow.train.TestData.layers;
import static io.winnow.train.TestData.row;
import static io.winnow.train.TestData.training;
import static io.winnow.train.TestData.vectors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.config.network.BatchNormConfig;
import io.winnow.core.config.network.BiasCount;
import io.winnow.core.config.network.Convolution2dConfig;
import io.winnow.core.config.network.InputConfig;
import io.winnow.core.config.network.LstmConfig;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.config.network.OutputLayerConfig;
import io.winnow.core.config.network.Padding;
import io.winnow.core.config.network.Pooling2dConfig;
import io.winnow.core.config.network.PoolingKind;
import io.winnow.core.config.network.Returns;
import io.winnow.core.config.network.WeightInitName;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Metric;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.model.Architecture;
import io.winnow.network.model.ArchitectureFactory;
import io.winnow.train.EpochLoop;
import io.winnow.train.HandAveraging;
import io.winnow.train.TrainingResult;
import io.winnow.train.TrainingTask;
import io.winnow.train.evaluate.Evaluation;
import io.winnow.train.feed.PreparedSplit;
import io.winnow.train.feed.Shards;
import io.winnow.train.stock.StockNetwork;
import io.winnow.train.stock.StockTrainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Images, sequences and graphs, against Deeplearning4j on the same minibatches. */
class ShapedTrainingTest {
  private static final PreparedSplit NONE = PreparedSplit.empty("validation");
  private static final OutputLayerConfig OUTPUT =
      new OutputLayerConfig(null, null, null, null, WeightInitName.XAVIER, 0, 0, 0, 0);

  private enum Kind {
    IMAGE,
    SEQUENCE;

    NetworkConfig network() {
      return switch (this) {
        case IMAGE ->
            new NetworkConfig(
                new InputConfig(null, null, 1, null, 2, 2),
                List.of(convolution(), NORM, pooling(), OUTPUT));
        case SEQUENCE ->
            new NetworkConfig(
                new InputConfig(2, 2, null, null, null, null), List.of(lstm(), OUTPUT));
      };
    }
  }

  private static final BatchNormConfig NORM = new BatchNormConfig(null, 0.9, 1e-5);

  @ParameterizedTest
  @EnumSource
  void twoWorkersWithEqualRowsEqualStockBitForBit(Kind kind) {
    TrainingConfig training = training(2, 2, 5);
    Architecture.Layers architecture = layers(kind.network(), training, FEATURES, CLASSES);
    try (Shards shards = deal(classRows(194, 1), 2)) {
      MultiLayerNetwork stock = StockNetwork.trained(architecture, training, CLASSES, shards);
      try (RoundRunner ours = trained(architecture, training, shards)) {
        assertThat(ours.network().parameters().dup().data().asFloat())
            .isEqualTo(stock.params().dup().data().asFloat());
        assertThat(ours.network().updaterState().dup().data().asFloat())
            .isEqualTo(stock.getUpdater().getStateViewArray().dup().data().asFloat());
      }
    }
  }

  @Test
  void aGraphEqualsOneAveragedByHandBitForBit() throws IOException {
    TrainingConfig training = training(3, 2, 5);
    Architecture graph =
        new ArchitectureFactory(embedding(), training).architecture(FEATURES, CLASSES);
    try (Shards shards = deal(codedRows(331), 3);
        RoundRunner ours = trained(graph, training, shards)) {
      HandAveraging hand = new HandAveraging(graph, training, HandAveraging.Mean.BY_ROWS);
      hand.epoch(0, shards.rdd().collect(), CLASSES);

      assertThat(ours.network().parameters().dup().data().asFloat())
          .isEqualTo(hand.epoch(1, shards.rdd().collect(), CLASSES));
      assertThat(ours.network().architecture()).isInstanceOf(Architecture.Graph.class);
    }
  }

  @Test
  void aGraphLearnsFromAnEmbeddedCategoryAndIsMeasured() throws IOException {
    PreparedSplit test = PreparedSplit.of("test", vectors(codedRows(90), 2));
    TrainingResult result =
        new RoundTrainer(Checkpoints.none())
            .train(
                new TrainingTask(
                    embedding(),
                    training(2, 20, 5),
                    CLASSES,
                    PreparedSplit.of("train", vectors(codedRows(480), 3)),
                    test,
                    null),
                epoch -> {});

    assertThat(
            Evaluation.measure(result.network(), CLASSES, test)
                .value(Metric.ACCURACY)
                .orElseThrow())
        .isGreaterThan(0.9);
  }

  @Test
  void aCodeWithoutAVectorIsToldBeforeTraining() throws IOException {
    List<Row> rows = codedRows(60);
    rows.add(row("unseen", 1.0, 0.5, 5, 0, 0));
    PreparedSplit coded = PreparedSplit.of("train", vectors(codedRows(60), 2));
    PreparedSplit uncoded = PreparedSplit.of("test", vectors(rows, 2));
    String problem =
        "prepared/%s: row '%s' has %s in feature 1, of which embedding 'category' has vectors for"
            + " 0 to 4; give the layer as many as the column has categories, and two more for"
            + " missing and unseen";

    assertRefused(uncoded, NONE, problem.formatted("test", "unseen", 5.0));
    assertRefused(coded, uncoded, problem.formatted("test", "unseen", 5.0));
    rows.set(60, row("between", 1.0, 0.5, 1.5, 0, 0));
    assertRefused(
        PreparedSplit.of("train", vectors(rows, 2)),
        NONE,
        problem.formatted("train", "between", 1.5));

    NetworkSnapshot network =
        NetworkSnapshot.of(
            new ArchitectureFactory(embedding(), training(1, 1, 5))
                .architecture(FEATURES, CLASSES)
                .network());
    assertThatThrownBy(() -> Evaluation.measure(network, CLASSES, uncoded))
        .isInstanceOf(WinnowException.class)
        .hasMessage(problem.formatted("test", "unseen", 5.0));
  }

  private static void assertRefused(PreparedSplit train, PreparedSplit validation, String message)
      throws IOException {
    TrainingTask task =
        new TrainingTask(embedding(), training(2, 1, 5), CLASSES, train, validation, null);
    assertThatThrownBy(() -> new RoundTrainer(Checkpoints.none()).train(task, epoch -> {}))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(message);
  }

  @Test
  void stockAveragingRefusesAGraph() throws IOException {
    TrainingTask task =
        new TrainingTask(
            embedding(),
            training(2, 1, 5),
            CLASSES,
            PreparedSplit.of("train", vectors(codedRows(60), 1)),
            NONE,
            null);

    assertThatThrownBy(() -> new StockTrainer().train(task, epoch -> {}))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "training.engine: stock trains layers in a row only, and the network is a graph; use"
                + " rounds");
  }

  /** The class depends on the category alone: the first of three, or one of the others. */
  static List<Row> codedRows(int count) {
    Random random = new Random(count);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          row(
              "row %05d".formatted(i),
              i % 3 == 0 ? 1.0 : 0.0,
              random.nextGaussian(),
              i % 3,
              random.nextGaussian(),
              random.nextGaussian()));
    }
    return rows;
  }

  /** Column 1 is embedded beside the others; seed and updater are those of the pipeline. */
  static NetworkConfig embedding() throws IOException {
    String json =
        new NeuralNetConfiguration.Builder()
            .seed(99)
            .updater(new Sgd(7))
            .graphBuilder()
            .addInputs("first", "code", "rest")
            .addLayer("category", new EmbeddingLayer.Builder().nIn(5).nOut(2).build(), "code")
            .addVertex("columns", new MergeVertex(), "category", "first", "rest")
            .addLayer(
                "hidden",
                new DenseLayer.Builder().nIn(5).nOut(8).activation(Activation.TANH).build(),
                "columns")
            .addLayer(
                "output",
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(8)
                    .nOut(2)
                    .activation(Activation.SOFTMAX)
                    .build(),
                "hidden")
            .setOutputs("output")
            .build()
            .toJson();
    ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(json);
    ArrayNode shapes = tree.putArray("inputShapes");
    shapes.addArray().add(1);
    shapes.addArray().add(1);
    shapes.addArray().add(2);
    return new NetworkConfig(null, List.of(), tree);
  }

  private static Convolution2dConfig convolution() {
    return new Convolution2dConfig(
        null,
        4,
        2,
        1,
        Padding.SAME,
        BiasCount.IGNORED,
        ActivationName.TANH,
        WeightInitName.XAVIER,
        0,
        0.2,
        0,
        1e-3);
  }

  private static Pooling2dConfig pooling() {
    return new Pooling2dConfig(null, PoolingKind.MAX, 2, 2, Padding.VALID);
  }

  private static LstmConfig lstm() {
    return new LstmConfig(
        null, 5, ActivationName.TANH, WeightInitName.XAVIER, Returns.LAST, 0, 0, 0);
  }

  private static RoundRunner trained(
      Architecture architecture, TrainingConfig training, Shards shards) {
    RoundRunner runner =
        new RoundRunner(
            architecture.network(),
            new TrainingTask(
                new NetworkConfig(null, List.of()), training, CLASSES, NONE, NONE, null),
            shards,
            Checkpoints.none(),
            new EpochLoop(training, null, shards.rows(), 1, epoch -> {}),
            epoch -> {});
    for (int epoch = 0; epoch < training.epochs(); epoch++) {
      runner.run(epoch);
    }
    return runner;
  }

  private static Shards deal(List<Row> rows, int workers) {
    return Shards.deal(PreparedSplit.of("train", vectors(rows, 3)), CLASSES, workers, 5, 1L << 30);
  }
}
