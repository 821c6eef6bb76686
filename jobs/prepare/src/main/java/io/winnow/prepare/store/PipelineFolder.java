package io.winnow.prepare.store;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.step.impute.knn.FittedKnn;
import io.winnow.core.step.impute.knn.KnnImputer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder with {@code pipeline.json} and, where neighbours fill cells, the donors: that of a run,
 * or of a saved model.
 */
public final class PipelineFolder {
  private static final String FILE = "pipeline.json";

  private final AtomicFiles files;
  private final Path folder;

  private PipelineFolder(AtomicFiles files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /**
   * A folder, which need not be there yet.
   *
   * @param path or URI
   */
  public static PipelineFolder of(String path, Configuration configuration) {
    Path folder = new Path(path);
    try {
      return new PipelineFolder(
          AtomicFiles.on(FileSystem.get(folder.toUri(), configuration)), folder);
    } catch (IOException e) {
      throw new WinnowException(ExitCode.USAGE, path + ": cannot be reached: " + e.getMessage(), e);
    }
  }

  /** Writes a pipeline and its donors. */
  public void write(FittedPipeline pipeline, @Nullable KnnImputer imputer) {
    write(FILE, pipeline.toJson());
    if (imputer != null) {
      write(imputer.fitted().donors().file(), imputer.file());
    }
  }

  /**
   * The pipeline.
   *
   * @throws WinnowException when there is none, or its version is unknown
   */
  public FittedPipeline pipeline() {
    return FittedPipeline.read(new Path(folder, FILE).toString(), read(FILE));
  }

  /**
   * The donors of a pipeline, or null when neighbours fill no column.
   *
   * @throws WinnowException when they are not there, or not those that were fitted
   */
  public @Nullable KnnImputer imputer(FittedPipeline pipeline) {
    FittedKnn knn = pipeline.knn();
    if (knn == null) {
      return null;
    }
    String name = knn.donors().file();
    return KnnImputer.read(knn, new Path(folder, name).toString(), read(name));
  }

  private void write(String name, byte[] content) {
    Path file = new Path(folder, name);
    try {
      files.replace(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private byte[] read(String name) {
    Path file = new Path(folder, name);
    try {
      return files.read(file);
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.USAGE,
          "%s: cannot be read; give the folder pipeline of a run: %s"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
