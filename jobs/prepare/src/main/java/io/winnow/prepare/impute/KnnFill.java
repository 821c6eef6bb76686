package io.winnow.prepare.impute;

import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.RowStep;
import io.winnow.core.scan.Rows;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.impute.knn.BatchFill;
import io.winnow.core.step.impute.knn.DonorFile;
import io.winnow.core.step.impute.knn.Donors;
import io.winnow.core.step.impute.knn.KnnConfig;
import io.winnow.core.step.impute.knn.KnnFills;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.core.step.impute.knn.KnnStep;
import io.winnow.prepare.block.SparkRows;
import io.winnow.prepare.store.Run;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * Searches the neighbours of a whole table once, as soon as the donors are known, and lets the
 * blocks carry the fills through every later scan. Donors are broadcast, in parts when they are
 * large: a task takes one part after the other, so an executor's store may move those to disk that
 * are not in use.
 */
public final class KnnFill implements KnnFills {
  private final KnnConfig config;
  private final Function<Rows, TrainRows> train;
  private final UnaryOperator<JavaRDD<RowBlock>> persist;
  private SparkRows rows;
  private @Nullable KnnImputer imputer;

  /**
   * A search that waits for its donors.
   *
   * @param rows the table
   * @param train picks the train rows of the table
   * @param persist keeps the blocks that carry fills
   */
  public KnnFill(
      KnnConfig config,
      SparkRows rows,
      Function<Rows, TrainRows> train,
      UnaryOperator<JavaRDD<RowBlock>> persist) {
    this.config = config;
    this.rows = rows;
    this.train = train;
    this.persist = persist;
  }

  @Override
  public Filled attach(TrainRows before, RowStep step, KnnImputer found) {
    imputer = found;
    RowLayout layout = rows.layout();
    JavaRDD<RowBlock> blocks = spread(rows.blocks());
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(blocks.context());
    List<Broadcast<Donors>> parts =
        found.parts(config.maxBroadcastBytes()).stream().map(spark::broadcast).toList();
    BatchFill fill = new BatchFill(found.fitted(), layout, step);
    JavaRDD<RowBlock> filled =
        blocks.mapPartitions(partition -> new FilledBlocks(partition, fill, parts));
    rows = new SparkRows(persist.apply(filled), layout);
    return new Filled(train.apply(rows), new KnnStep(found.fitted(), layout, null));
  }

  /** A small table often has one partition, which would leave all cores but one without work. */
  private static JavaRDD<RowBlock> spread(JavaRDD<RowBlock> blocks) {
    int cores = blocks.context().defaultParallelism();
    return blocks.getNumPartitions() < cores ? blocks.repartition(cores) : blocks;
  }

  /** The table, with fills if neighbours fill any column. */
  public SparkRows rows() {
    return rows;
  }

  /** The donors; null until they are known, and where neighbours fill no column. */
  public @Nullable KnnImputer imputer() {
    return imputer;
  }

  /** Writes the donors beside pipeline.json, if there are any. */
  public void write(Run run) {
    if (imputer != null) {
      run.write("pipeline/" + DonorFile.NAME, imputer.file());
    }
  }
}
