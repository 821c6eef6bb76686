package io.winnow.prepare.block;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Spark's own rows, without the objects that its encoders make of every cell, and its own batches
 * of columns. What is used here is no public interface of Spark, so nothing else in Winnow uses it.
 */
public final class CatalystRows {
  private CatalystRows() {}

  /** The rows of a table; an iterator may hand out the same row again and again. */
  public static JavaRDD<InternalRow> of(Dataset<Row> table) {
    return table.queryExecution().toRdd().toJavaRDD();
  }

  /** A table of rows. */
  public static Dataset<Row> table(
      SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    return spark.internalCreateDataFrame(rows.rdd(), schema, false);
  }

  /**
   * The batches that a table is read in.
   *
   * @param rdd whose iterators may hand out the same batch again and again
   * @param columns where in a batch each column of the table is
   */
  record Batches(JavaRDD<ColumnarBatch> rdd, List<Integer> columns) {}

  /** The batches of a table of files that nothing is computed of, null of any other. */
  static @Nullable Batches batches(Dataset<Row> table) {
    SparkPlan plan = table.queryExecution().executedPlan();
    List<ExprId> wanted = ids(plan);
    while (!(plan instanceof FileSourceScanExec)) {
      if (plan instanceof ProjectExec project) {
        wanted = wanted.stream().map(id -> source(project, id)).toList();
      } else if (!(plan instanceof WholeStageCodegenExec
          || plan instanceof InputAdapter
          || plan instanceof ColumnarToRowExec)) {
        return null;
      }
      plan = plan.children().head();
    }
    List<Integer> columns = wanted.stream().map(ids(plan)::indexOf).toList();
    return plan.supportsColumnar() && !columns.contains(-1)
        ? new Batches(plan.executeColumnar().toJavaRDD(), columns)
        : null;
  }

  /** The column that a projection renames to that one; that one itself where it is computed. */
  private static ExprId source(ProjectExec project, ExprId id) {
    for (NamedExpression column : list(project.projectList())) {
      if (column.exprId().equals(id)
          && column instanceof Alias alias
          && alias.child() instanceof NamedExpression renamed) {
        return renamed.exprId();
      }
    }
    return id;
  }

  private static List<ExprId> ids(SparkPlan plan) {
    return list(plan.output()).stream().map(NamedExpression::exprId).toList();
  }

  private static <T> List<T> list(Seq<? extends T> items) {
    return List.copyOf(JavaConverters.seqAsJavaList(items));
  }

  /** The code of each row in a column that is stored as codes into a dictionary, null of others. */
  static @Nullable IntUnaryOperator codes(ColumnVector column) {
    return column instanceof WritableColumnVector vector && vector.hasDictionary()
        ? vector.getDictionaryIds()::getDictId
        : null;
  }
}
