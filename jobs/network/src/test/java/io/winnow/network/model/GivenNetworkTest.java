package io.winnow.network.model;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.TARGET;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.winnow.core.config.Json;
import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.estimate.Phase;
import io.winnow.network.estimate.pass.LayerInfo;
import io.winnow.network.estimate.source.DeclaredNetwork;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.infer.Predictor;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A graph of two inputs in Deeplearning4j's JSON, over six features. */
class GivenNetworkTest {
  private static final float[] ROWS = {1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6};

  @Test
  void featuresAreDealtToTheInputsInTheirOrder() throws IOException {
    Architecture architecture = architecture(tree(), CLASSES);
    NetworkSnapshot snapshot = NetworkSnapshot.of(architecture.network());
    ComputationGraph stock =
        new ComputationGraph(((Architecture.Graph) architecture).configuration().clone());
    stock.init(Nd4j.createFromArray(new float[][] {snapshot.parameters()}), false);

    INDArray expected =
        stock.outputSingle(
            Nd4j.create(new float[][] {{1, 2}, {-1, -2}}),
            Nd4j.create(new float[][] {{3, 4, 5, 6}, {-3, -4, -5, -6}}));

    Predictor predictor = new Predictor(snapshot);
    assertThat(predictor.features()).isEqualTo(6);
    assertThat(predictor.outputs()).isEqualTo(3);
    assertThat(predictor.predict(ROWS, 2)).isEqualTo(expected.dup('c').data().asFloat());
  }

  @Test
  void seedAndUpdaterAreThoseOfThePipeline() throws IOException {
    String json = architecture(tree(), CLASSES).toJson();

    assertThat(json).contains("config.AdaMax", "\"seed\" : 42").doesNotContain("config.Sgd");
  }

  @Test
  void takesTheNameOfAVertexForNoClass() throws IOException {
    String json = tree().toString().replace("\"a\"", "\"block1.conv\"");
    ObjectNode named = (ObjectNode) Json.MAPPER.readTree(json);

    assertThat(architecture(named, CLASSES).network().layers())
        .extracting(TrainableNetwork.LayerParameters::name)
        .contains("block1.conv");
    assertThat(
            new DeclaredNetwork(new NetworkConfig(null, List.of(), named), 6, 3, new Sgd())
                .model()
                .layers(Phase.TRAINING, 2))
        .extracting(LayerInfo::name)
        .contains("block1.conv");
  }

  @Test
  void refusesWhatCannotBeTrainedOrMeasured() throws IOException {
    assertRefused(
        tree(),
        TARGET,
        "network: output layer 'output' has 3 outputs, but label 'price' needs 1; correct nout");
    assertRefused(
        changed(tree -> tree.putArray("inputShapes").add(shape(2)).add(shape(5))),
        CLASSES,
        "network: its inputs (2, 5) are 7 values, but the prepared data has 6 features; correct"
            + " inputShapes, or the columns of the table");
    assertRefused(
        changed(tree -> tree.put("backpropType", "TruncatedBPTT")),
        CLASSES,
        "network: backpropType \"TruncatedBPTT\"; networks are trained with Standard"
            + " back-propagation");
    assertRefused(
        changed(tree -> tree.putObject("layer").put("cnn2dDataFormat", "NHWC")),
        CLASSES,
        "network: cnn2dDataFormat \"NHWC\"; features are given to networks with the channels first");
    assertRefused(
        changed(tree -> tree.put("dataType", "HALF")),
        CLASSES,
        "network: dataType \"HALF\"; networks are trained in FLOAT");
    assertRefused(
        changed(tree -> tree.putArray("networkOutputs").add("output").add("both")),
        CLASSES,
        "network: 2 outputs; a label needs one");
    assertRefused(
        changed(tree -> tree.putArray("networkOutputs").add("both")),
        CLASSES,
        "network: output 'both' is no OutputLayer; what it gives cannot be measured");
  }

  private static void assertRefused(ObjectNode tree, FittedLabel label, String message) {
    assertThatThrownBy(() -> architecture(tree, label))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(message);
  }

  private static Architecture architecture(ObjectNode tree, FittedLabel label) {
    return new ArchitectureFactory(
            new NetworkConfig(null, List.of(), tree), training(UpdaterName.ADA_MAX, null))
        .architecture(6, label);
  }

  private static ObjectNode changed(Consumer<ObjectNode> change) throws IOException {
    ObjectNode tree = tree();
    change.accept(tree);
    return tree;
  }

  private static ArrayNode shape(int features) {
    return Json.MAPPER.createArrayNode().add(features);
  }

  private static ObjectNode tree() throws IOException {
    String json =
        new NeuralNetConfiguration.Builder()
            .seed(7)
            .updater(new Sgd(3))
            .graphBuilder()
            .addInputs("left", "right")
            .addLayer("a", new DenseLayer.Builder().nOut(3).build(), "left")
            .addLayer("b", new DenseLayer.Builder().nOut(2).build(), "right")
            .addVertex("both", new MergeVertex(), "a", "b")
            .addLayer(
                "output",
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build(),
                "both")
            .setOutputs("output")
            .setInputTypes(InputType.feedForward(2), InputType.feedForward(4))
            .build()
            .toJson();
    ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(json);
    tree.putArray("inputShapes").add(shape(2)).add(shape(4));
    return tree;
  }
}
