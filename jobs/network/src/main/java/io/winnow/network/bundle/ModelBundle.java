package io.winnow.network.bundle;

import io.winnow.core.config.Json;
import io.winnow.core.config.TrainingConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.ModelReport.ReloadReport;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.RowTransformer;
import io.winnow.core.row.RowLayout;
import io.winnow.core.step.impute.knn.DonorFile;
import io.winnow.core.step.impute.knn.FittedKnn;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.infer.Predictor;
import io.winnow.network.model.ArchitectureJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A trained model with everything that scoring needs: architecture, parameters, the training
 * configuration, the fitted preparation, the label, and golden predictions to verify a loaded copy.
 *
 * <pre>
 * bundle.json        schemaVersion, versions, and the SHA-256 of every other file
 * architecture.json  Deeplearning4j's JSON of the network, with the shapes of its inputs
 * parameters.bin     ND4J's binary form of all parameters, float32
 * training.json      the training configuration
 * pipeline.json      the fitted preparation, as it was handed in
 * knn-donors.bin     train rows that missing cells are filled from, if the preparation needs them
 * label.json         the fitted label
 * golden.json        prepared feature vectors with the outputs that the network gave
 * </pre>
 */
public final class ModelBundle {
  /** Name of the file that names all others. */
  public static final String MANIFEST = BundleManifest.NAME;

  private static final String ARCHITECTURE = "architecture.json";
  private static final String PARAMETERS = "parameters.bin";
  private static final String TRAINING = "training.json";
  private static final String PIPELINE = "pipeline.json";
  private static final String DONORS = DonorFile.NAME;
  private static final String LABEL = "label.json";
  private static final String GOLDEN = "golden.json";
  private static final List<String> FILES =
      List.of(ARCHITECTURE, PARAMETERS, TRAINING, PIPELINE, LABEL, GOLDEN);

  private final SortedMap<String, byte[]> contents;
  private final NetworkSnapshot network;
  private final FittedLabel label;
  private final TrainingConfig training;
  private final GoldenPredictions golden;

  private ModelBundle(SortedMap<String, byte[]> contents) {
    this.contents = contents;
    network =
        new NetworkSnapshot(
            new String(content(ARCHITECTURE), StandardCharsets.UTF_8),
            Parameters.read(PARAMETERS, content(PARAMETERS)));
    label = json(LABEL, FittedLabel.class);
    training = json(TRAINING, TrainingConfig.class);
    golden = json(GOLDEN, GoldenPredictions.class);
  }

  /**
   * A bundle of a network that has just been trained.
   *
   * @param pipeline the fitted preparation as JSON; stored as it is
   * @param donors content of {@link DonorFile}, null when the preparation needs none
   * @param goldenRows a few prepared feature vectors, at least one
   * @param versions of the software at work, by name
   */
  public static ModelBundle of(
      NetworkSnapshot network,
      TrainingConfig training,
      FittedLabel label,
      byte[] pipeline,
      byte @Nullable [] donors,
      List<float[]> goldenRows,
      Map<String, String> versions) {
    if (goldenRows.isEmpty()) {
      throw new IllegalArgumentException("a bundle needs at least one golden row");
    }
    SortedMap<String, byte[]> contents = new TreeMap<>();
    contents.put(ARCHITECTURE, network.architecture().getBytes(StandardCharsets.UTF_8));
    contents.put(PARAMETERS, Parameters.write(network.parameters()));
    contents.put(TRAINING, Json.pretty(training));
    contents.put(PIPELINE, pipeline);
    if (donors != null) {
      contents.put(DONORS, donors);
    }
    contents.put(LABEL, Json.pretty(label));
    contents.put(GOLDEN, Json.pretty(GoldenPredictions.of(network, goldenRows)));
    SortedMap<String, String> sums = new TreeMap<>();
    contents.forEach((name, bytes) -> sums.put(name, DigestUtils.sha256Hex(bytes)));
    contents.put(
        BundleManifest.NAME,
        Json.pretty(new BundleManifest(BundleManifest.SCHEMA_VERSION, versions, sums)));
    return new ModelBundle(contents);
  }

  /**
   * Reads a bundle: version, checksums, classes of the architecture, and then the rest.
   *
   * @throws WinnowException where the version is unknown, a file is missing or altered, or the
   *     architecture names a class that is not allowed
   */
  public static ModelBundle read(BundleSource source) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    byte[] manifest = load(source, BundleManifest.NAME);
    Map<String, String> sums = BundleJson.manifest(manifest).files();
    contents.put(BundleManifest.NAME, manifest);
    List<String> files = new ArrayList<>(FILES);
    if (sums.containsKey(DONORS)) {
      files.add(DONORS);
    }
    for (String name : files) {
      byte[] bytes = load(source, name);
      String sum = DigestUtils.sha256Hex(bytes);
      if (!sum.equals(sums.get(name))) {
        throw new WinnowException(
            ExitCode.FAULT,
            "%s: its SHA-256 is %s, bundle.json has %s; restore the file or train again"
                .formatted(name, sum, sums.get(name)));
      }
      contents.put(name, bytes);
    }
    ArchitectureJson.parse(new String(contents.get(ARCHITECTURE), StandardCharsets.UTF_8));
    return new ModelBundle(contents);
  }

  /** Content of every file by name, {@code bundle.json} among them. */
  public SortedMap<String, byte[]> contents() {
    return new TreeMap<>(contents);
  }

  /** SHA-256 of {@code bundle.json}, and by its checksums of the whole bundle. */
  public String sha256() {
    return DigestUtils.sha256Hex(content(BundleManifest.NAME));
  }

  /** The trained network. */
  public NetworkSnapshot network() {
    return network;
  }

  /** How outputs become predictions. */
  public FittedLabel label() {
    return label;
  }

  /** How the network was trained. */
  public TrainingConfig training() {
    return training;
  }

  /** The fitted preparation, as it was handed in. */
  public byte[] pipeline() {
    return content(PIPELINE).clone();
  }

  /**
   * A new row function that prepares one row of the raw table for the network.
   *
   * @throws WinnowException where the fitted preparation cannot be read
   */
  public RowTransformer transformer(RowLayout layout) {
    FittedPipeline pipeline = FittedPipeline.read(PIPELINE, content(PIPELINE));
    FittedKnn knn = pipeline.knn();
    KnnImputer imputer = knn == null ? null : KnnImputer.read(knn, DONORS, content(DONORS));
    return new RowTransformer(pipeline, layout, imputer);
  }

  /** A new predictor of the network. */
  public Predictor predictor() {
    return new Predictor(network);
  }

  /** Predicts the golden rows again and compares with what was stored. */
  public ReloadReport verify() {
    return golden.compare(network);
  }

  private byte[] content(String name) {
    return contents.getOrDefault(name, new byte[0]);
  }

  private <T> T json(String name, Class<T> type) {
    return BundleJson.read(name, content(name), type);
  }

  private static byte[] load(BundleSource source, String name) {
    try {
      return source.read(name);
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.FAULT, name + ": cannot be read from the bundle; restore it or train again", e);
    }
  }
}
