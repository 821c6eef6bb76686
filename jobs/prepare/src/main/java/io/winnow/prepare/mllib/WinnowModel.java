package io.winnow.prepare.mllib;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.pipeline.FittedFeature;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.pipeline.RowPipeline;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.prepare.source.DatasetCells;
import io.winnow.prepare.store.PipelineFolder;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A fitted pipeline as a stage of Spark MLlib: adds the features of each row as a vector, with
 * their names in the column's metadata, bit by bit those that the nightly job writes.
 *
 * <p>Rows are treated like rows of test. No row is left out because it is an outlier unless {@code
 * outlier.deleteFrom} is all; within a {@code Pipeline} that means that a stage behind this one is
 * trained on the outliers too, which only the statistics leave out. Rows with a missing cell whose
 * imputation is dropRow are always left out. Rows that do not parse are invalid, and so are
 * categories that train does not have where {@code encode.unseen} is fail; {@code handleInvalid}
 * says what happens to them: {@code error}, {@code skip}, or {@code keep}, with null for features.
 *
 * <p>The dataset needs the columns that features are made of, with types that need not be those it
 * was fitted on; label and keys are not read. Where a feature is a hashed column its key must be in
 * the driver's environment.
 *
 * <p>It is saved as the folder {@code pipeline} of a run, beside MLlib's metadata.
 */
public final class WinnowModel extends Model<WinnowModel> implements MLWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final FittedPipeline pipeline;
  private final @Nullable KnnImputer imputer;
  private final transient List<Warning> warnings;
  private final Param<String> outputCol;
  private final Param<String> handleInvalid;

  WinnowModel(
      String uid, FittedPipeline pipeline, @Nullable KnnImputer imputer, List<Warning> warnings) {
    this.uid = uid;
    this.pipeline = pipeline;
    this.imputer = imputer;
    this.warnings = warnings;
    outputCol = new Param<>(this, "outputCol", "name of the column of features");
    handleInvalid =
        new Param<>(
            this,
            "handleInvalid",
            "what happens to a row that does not parse: error, skip or keep",
            ParamValidators.inArray(HandleInvalid.keys()));
    setDefault(outputCol, "features");
    setDefault(handleInvalid, HandleInvalid.ERROR.key());
  }

  /**
   * The model that a nightly run has fitted.
   *
   * @param folder of {@code pipeline.json}: {@code <root>/runs/<run>/pipeline}, a path or URI
   * @throws WinnowException when there is none, or its version is unknown
   */
  public static WinnowModel fromPipeline(String folder) {
    PipelineFolder files =
        PipelineFolder.of(folder, SparkSession.active().sparkContext().hadoopConfiguration());
    FittedPipeline pipeline = files.pipeline();
    return new WinnowModel(
        Identifiable.randomUID("winnow"), pipeline, files.imputer(pipeline), List.of());
  }

  /** What was learnt. */
  public FittedPipeline pipeline() {
    return pipeline;
  }

  @Nullable KnnImputer imputer() {
    return imputer;
  }

  /** What the fit warned of; a model that was loaded has none. */
  public List<Warning> warnings() {
    return warnings;
  }

  @Override
  public String uid() {
    return uid;
  }

  /** Name of the column of features; default {@code features}. */
  public Param<String> outputCol() {
    return outputCol;
  }

  /** Sets {@link #outputCol}. */
  public WinnowModel setOutputCol(String name) {
    set(outputCol, name);
    return this;
  }

  /** What happens to a row that does not parse: error (the default), skip or keep. */
  public Param<String> handleInvalid() {
    return handleInvalid;
  }

  /** Sets {@link #handleInvalid}. */
  public WinnowModel setHandleInvalid(String value) {
    set(handleInvalid, value);
    return this;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    RowPipeline rows = rows();
    cells(rows, schema);
    return schema.add(output(schema));
  }

  private StructField output(StructType schema) {
    String name = getOrDefault(outputCol);
    if (Arrays.asList(schema.fieldNames()).contains(name)) {
      throw WinnowException.usage(
          "%s: outputCol: the dataset has a column '%s' already; choose another name"
              .formatted(uid, name));
    }
    Attribute[] attributes =
        pipeline.features().stream().map(WinnowModel::attribute).toArray(Attribute[]::new);
    return new StructField(
        name, SQLDataTypes.VectorType(), true, new AttributeGroup(name, attributes).toMetadata());
  }

  /**
   * Numbers and places in a vocabulary have the name of their column, and principal components have
   * no column; all others are 0 or 1.
   */
  private static Attribute attribute(FittedFeature feature) {
    return feature.column() == null || feature.name().equals(feature.column())
        ? NumericAttribute.defaultAttr().withName(feature.name())
        : BinaryAttribute.defaultAttr().withName(feature.name());
  }

  private RowPipeline rows() {
    return RowPipeline.of(pipeline, imputer, System::getenv);
  }

  private List<Column> cells(RowPipeline rows, StructType schema) {
    return new DatasetCells(uid + ": the dataset", schema).columns(rows.table().source());
  }

  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    RowPipeline rows = rows();
    StructField output = output(dataset.schema());
    Column[] cells = cells(rows, dataset.schema()).toArray(Column[]::new);
    HandleInvalid invalid = HandleInvalid.of(getOrDefault(handleInvalid));
    Broadcast<RowPipeline> shared =
        JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext()).broadcast(rows);
    var function = functions.udf(new RowFeatures(uid, shared, invalid), RowFeatures.TYPE);
    if (invalid != HandleInvalid.SKIP && !rows.mayLeaveOut()) {
      Column features = function.apply(functions.struct(cells)).getField(RowFeatures.FEATURES);
      return dataset.select(functions.col("*"), features.as(output.name(), output.metadata()));
    }
    // Otherwise Spark would compute it once for the filter and once more for the features.
    Column made = function.asNondeterministic().apply(functions.struct(cells));
    String whole = uid + "_row";
    Column features = functions.col(whole).getField(RowFeatures.FEATURES);
    return dataset
        .select(functions.col("*"), made.as(whole))
        .filter(functions.col(whole).getField(RowFeatures.STAYS))
        .select(functions.col("*"), features.as(output.name(), output.metadata()))
        .drop(whole);
  }

  @Override
  public WinnowModel copy(ParamMap extra) {
    WinnowModel copy = new WinnowModel(uid, pipeline, imputer, warnings);
    return copyValues(copy, extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new ModelFiles.Writer(this);
  }

  /** Reads saved models; Spark finds it by this name. */
  public static MLReader<WinnowModel> read() {
    return new ModelFiles.Reader();
  }

  /**
   * A saved model.
   *
   * @param path folder or URI
   */
  public static WinnowModel load(String path) {
    return read().load(path);
  }

  @Override
  public String toString() {
    return "WinnowModel: uid=%s, pipeline=%s, features=%d"
        .formatted(uid, pipeline.pipeline(), pipeline.width());
  }
}
