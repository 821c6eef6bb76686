package io.winnow.network.bundle;

import static io.winnow.network.TestNetworks.CLASSES;
import static io.winnow.network.TestNetworks.dense;
import static io.winnow.network.TestNetworks.initialised;
import static io.winnow.network.TestNetworks.network;
import static io.winnow.network.TestNetworks.output;
import static io.winnow.network.TestNetworks.snapshot;
import static io.winnow.network.TestNetworks.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.UpdaterName;
import io.winnow.core.config.network.ActivationName;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.hash.Hash128;
import io.winnow.core.pipeline.FeatureBuffer;
import io.winnow.core.pipeline.FittedColumn;
import io.winnow.core.pipeline.FittedFeature;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.RowTransformer;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.split.Split;
import io.winnow.core.step.impute.FittedNumberImpute;
import io.winnow.core.step.impute.ImputeStrategy;
import io.winnow.core.step.impute.knn.DonorFile;
import io.winnow.core.step.impute.knn.FittedKnn;
import io.winnow.core.step.impute.knn.KnnColumn;
import io.winnow.core.step.impute.knn.KnnParameters;
import io.winnow.core.step.impute.knn.KnnSpace;
import io.winnow.core.step.impute.knn.Measure;
import io.winnow.core.step.impute.knn.NeighbourWeights;
import io.winnow.core.step.impute.knn.Part;
import io.winnow.core.step.impute.knn.Points;
import io.winnow.core.step.outlier.DeleteFrom;
import io.winnow.core.step.scale.FittedScale;
import io.winnow.network.infer.NetworkSnapshot;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** A bundle whose preparation fills missing cells from train rows takes those rows with it. */
class BundledDonorsTest {
  private static final RowLayout LAYOUT = new RowLayout(List.of("x", "y"), List.of());

  private final ModelBundle bundle = bundle();

  private static ModelBundle bundle() {
    List<KnnColumn> columns =
        List.of(
            new KnnColumn("x", Part.BOTH, Measure.DIFFERENCE, 1, 2),
            new KnnColumn("y", Part.BOTH, Measure.DIFFERENCE, 1, 20));
    Points donors = new Points(new KnnSpace(columns));
    for (int i = 1; i <= 3; i++) {
      donors.add(new double[] {i, 10.0 * i}, new Hash128(0, i));
    }
    byte[] file = DonorFile.write(donors);
    FittedKnn knn =
        new FittedKnn(
            new KnnParameters(1, NeighbourWeights.UNIFORM),
            columns,
            Map.of(),
            new FittedKnn.DonorSet(DonorFile.NAME, DigestUtils.sha256Hex(file), 3, 3, null));
    FittedPipeline pipeline =
        new FittedPipeline(
            FittedPipeline.SCHEMA_VERSION,
            "filled",
            new TableSchema("t", "", true, List.of(), List.of(number("x"), number("y"))),
            CLASSES,
            DeleteFrom.TRAIN,
            Map.of("x", numeric(2), "y", numeric(20)),
            List.of(new FittedFeature("x", "x"), new FittedFeature("y", "y")),
            knn,
            null,
            null,
            null,
            null);
    NetworkSnapshot network =
        snapshot(
            initialised(
                network(dense(5, ActivationName.RELU), output()),
                training(UpdaterName.ADAM, null),
                2,
                CLASSES));
    return ModelBundle.of(
        network,
        training(UpdaterName.ADAM, null),
        CLASSES,
        pipeline.toJson(),
        file,
        List.of(new float[] {1, 10}),
        Map.of());
  }

  private static ColumnSchema number(String name) {
    return new ColumnSchema(
        name, ColumnType.NUMBER, Role.FEATURE, "", List.of(), null, null, null, null);
  }

  private static FittedColumn numeric(double mean) {
    return new FittedColumn.Numeric(
        null, new FittedNumberImpute(ImputeStrategy.KNN, mean), new FittedScale.None(), null);
  }

  @Test
  void fillsOneRowFromTheDonorsItTookAlong() {
    ModelBundle read = ModelBundle.read(name -> bundle.contents().get(name));
    RowTransformer transformer = read.transformer(LAYOUT);
    FeatureBuffer features = transformer.buffer();
    TypedRow row = new TypedRow(LAYOUT);
    row.numbers[0] = 2.9;
    row.numbers[1] = Double.NaN;
    transformer.transform(row, Split.TEST, new CellEffects(), features);

    assertThat(features.value(1)).isEqualTo(30);
    assertThat(read.predictor().predict(new float[] {2.9f, 30})).isNotEmpty();
  }

  @Test
  void refusesAlteredDonors() {
    SortedMap<String, byte[]> contents = bundle.contents();
    byte[] altered = contents.get(DonorFile.NAME).clone();
    altered[altered.length - 1] ^= 1;
    contents.put(DonorFile.NAME, altered);

    assertThatThrownBy(() -> ModelBundle.read(name -> contents.get(name)))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("knn-donors.bin: its SHA-256 is ");
  }
}
