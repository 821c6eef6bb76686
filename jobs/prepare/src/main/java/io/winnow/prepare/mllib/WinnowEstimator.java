package io.winnow.prepare.mllib;

import io.winnow.core.config.ConfigLoader;
import io.winnow.core.config.LoadedConfig;
import io.winnow.core.config.StepsConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.TableFit;
import io.winnow.prepare.TableFit.Fit;
import io.winnow.prepare.TableFit.Rejects;
import io.winnow.prepare.source.DatasetCells;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Winnow's steps as a stage of Spark MLlib: outliers, imputation, encoding, scaling, derived and
 * selected features, all of them or one alone.
 *
 * <pre>{@code
 * new WinnowEstimator()
 *     .setInputCols("pulse", "weight")
 *     .setSteps("{impute: {numeric: knn}, scale: {strategy: none}}")
 * }</pre>
 *
 * <p>{@code steps} are sections of a pipeline file, with the same keys and defaults: label,
 * sensitive, derive, outlier, impute, encode, scale, select, pca, and split.seed, by which cells
 * are sampled, and output.maxFeatures. The label is only needed by select.mutualInformation, and
 * makes rows without one have no part in the fit. Which columns there are says either a table
 * schema ({@code schema}), every column of which the dataset must have, or {@code inputCols}, typed
 * as the dataset has them; a date among them gives features under derive.
 *
 * <p>It is fitted on all rows that it is given: there is no split and no deduplication, so give it
 * train alone, as {@code Pipeline} and {@code CrossValidator} do. What it learns is bit by bit what
 * the nightly job learns of the same train rows and the same schema, over any partitions.
 */
public final class WinnowEstimator extends Estimator<WinnowModel> implements DefaultParamsWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final Param<String> steps;
  private final Param<String> schema;
  private final StringArrayParam inputCols;
  private final Param<String> outputCol;
  private final Param<String> handleInvalid;

  /** An estimator with a name of its own. */
  public WinnowEstimator() {
    this(Identifiable.randomUID("winnow"));
  }

  /** An estimator with a given name, as Spark makes it when it copies or loads one. */
  public WinnowEstimator(String uid) {
    this.uid = uid;
    steps = new Param<>(this, "steps", "sections of a pipeline file, as YAML or JSON");
    schema = new Param<>(this, "schema", "table schema, as YAML or JSON; or else inputCols");
    inputCols = new StringArrayParam(this, "inputCols", "columns that features are made of");
    outputCol = new Param<>(this, "outputCol", "name of the column of features");
    handleInvalid =
        new Param<>(
            this,
            "handleInvalid",
            "what happens to a row that does not parse: error, skip or keep; of a fit, keep is skip",
            ParamValidators.inArray(HandleInvalid.keys()));
    setDefault(steps, "");
    setDefault(outputCol, "features");
    setDefault(handleInvalid, HandleInvalid.ERROR.key());
  }

  /**
   * An estimator with the steps and the table schema of a pipeline file; what the file says of its
   * source, duplicates, splits, files, network and gates has no part.
   *
   * @throws WinnowException naming file, key, value and what is allowed
   */
  public static WinnowEstimator fromConfig(String file) {
    LoadedConfig loaded = ConfigLoader.load(Path.of(file), List.of());
    return new WinnowEstimator()
        .setSteps(StepsConfig.of(loaded).text())
        .setSchema(StepsConfig.text(loaded.table().source()));
  }

  @Override
  public String uid() {
    return uid;
  }

  /** Sections of a pipeline file, as YAML or JSON; default none, which leaves their defaults. */
  public Param<String> steps() {
    return steps;
  }

  /** Sets {@link #steps}. */
  public WinnowEstimator setSteps(String text) {
    set(steps, text);
    return this;
  }

  /** A table schema, as YAML or JSON: the text, not a path. */
  public Param<String> schema() {
    return schema;
  }

  /** Sets {@link #schema}. */
  public WinnowEstimator setSchema(String text) {
    set(schema, text);
    return this;
  }

  /** Columns that features are made of, where there is no schema. */
  public StringArrayParam inputCols() {
    return inputCols;
  }

  /** Sets {@link #inputCols}. */
  public WinnowEstimator setInputCols(String... names) {
    set(inputCols, names);
    return this;
  }

  /** Name of the column of features; default {@code features}. */
  public Param<String> outputCol() {
    return outputCol;
  }

  /** Sets {@link #outputCol}. */
  public WinnowEstimator setOutputCol(String name) {
    set(outputCol, name);
    return this;
  }

  /**
   * What happens to a row that does not parse: error (the default), skip or keep. A fit leaves out
   * what the model is to skip or keep.
   */
  public Param<String> handleInvalid() {
    return handleInvalid;
  }

  /** Sets {@link #handleInvalid}. */
  public WinnowEstimator setHandleInvalid(String value) {
    set(handleInvalid, value);
    return this;
  }

  @Override
  public StructType transformSchema(StructType types) {
    cells(loaded(types), types);
    String name = getOrDefault(outputCol);
    if (Arrays.asList(types.fieldNames()).contains(name)) {
      throw WinnowException.usage(
          "%s: outputCol: the dataset has a column '%s' already; choose another name"
              .formatted(uid, name));
    }
    return types.add(name, SQLDataTypes.VectorType());
  }

  @Override
  public WinnowModel fit(Dataset<?> dataset) {
    StructType types = dataset.schema();
    transformSchema(types);
    LoadedConfig loaded = loaded(types);
    Column[] cells = cells(loaded, types).toArray(Column[]::new);
    Rejects rejects =
        switch (HandleInvalid.of(getOrDefault(handleInvalid))) {
          case ERROR -> Rejects.FAIL;
          case SKIP, KEEP -> Rejects.LEFT_OUT;
        };
    Fit fit = TableFit.run(uid, dataset.select(cells), loaded, rejects);
    fit.warnings()
        .forEach(warning -> log().warn("{}: {}: {}", uid, warning.code(), warning.message()));
    WinnowModel model = new WinnowModel(uid, fit.pipeline(), fit.imputer(), fit.warnings());
    return copyValues(model, ParamMap.empty()).setParent(this);
  }

  private LoadedConfig loaded(StructType types) {
    StepsConfig config = StepsConfig.read(uid + ": steps", getOrDefault(steps));
    if (isDefined(schema) == isDefined(inputCols)) {
      throw WinnowException.usage(
          "%s: set either inputCols or schema, to say which columns there are".formatted(uid));
    }
    TableSchema table =
        isDefined(schema)
            ? ConfigLoader.readTable(uid + ": schema", getOrDefault(schema))
            : InferredTable.of(uid, types, List.of(getOrDefault(inputCols)), config.label());
    return config.on(table);
  }

  private List<Column> cells(LoadedConfig loaded, StructType types) {
    return new DatasetCells(uid + ": the dataset", types).columns(loaded.table().source());
  }

  @Override
  public WinnowEstimator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  /** Reads saved estimators; Spark finds it by this name. */
  public static MLReader<WinnowEstimator> read() {
    return new DefaultParamsReader<>();
  }

  /**
   * A saved estimator.
   *
   * @param path folder or URI
   */
  public static WinnowEstimator load(String path) {
    return read().load(path);
  }
}
