package io.winnow.prepare.mllib;

import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.prepare.store.PipelineFolder;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import scala.Option;

/**
 * A saved model: {@code metadata/} as every stage of MLlib has it, and {@code pipeline/} as a run
 * has it. MLlib's own writer and reader of metadata are no public interface of Scala's, but what
 * {@code PipelineModel} finds its stages by.
 */
final class ModelFiles {
  private static final String FOLDER = "pipeline";

  private ModelFiles() {}

  /** Writes a model. */
  static final class Writer extends MLWriter {
    private final WinnowModel model;

    Writer(WinnowModel model) {
      this.model = model;
    }

    @Override
    public void saveImpl(String path) {
      DefaultParamsWriter.saveMetadata(model, path, sc(), Option.empty(), Option.empty());
      PipelineFolder.of(new Path(path, FOLDER).toString(), sc().hadoopConfiguration())
          .write(model.pipeline(), model.imputer());
    }
  }

  /** Reads a model. */
  static final class Reader extends MLReader<WinnowModel> {

    @Override
    public WinnowModel load(String path) {
      DefaultParamsReader.Metadata metadata =
          DefaultParamsReader.loadMetadata(path, sc(), WinnowModel.class.getName());
      PipelineFolder files =
          PipelineFolder.of(new Path(path, FOLDER).toString(), sc().hadoopConfiguration());
      FittedPipeline pipeline = files.pipeline();
      WinnowModel model =
          new WinnowModel(metadata.uid(), pipeline, files.imputer(pipeline), List.of());
      metadata.getAndSetParams(model, Option.empty());
      return model;
    }
  }
}
