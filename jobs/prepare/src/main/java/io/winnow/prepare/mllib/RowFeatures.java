package io.winnow.prepare.mllib;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.RowFunction;
import io.winnow.core.pipeline.RowPipeline;
import io.winnow.core.pipeline.RowResult;
import io.winnow.prepare.write.RowPreparer;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The row function of plain Java as a function of Spark SQL. */
final class RowFeatures implements UDF1<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final String FEATURES = "features";
  static final String STAYS = "stays";

  /** What it gives: the features, null for an invalid row that is kept, and whether it stays. */
  static final StructType TYPE =
      new StructType()
          .add(FEATURES, SQLDataTypes.VectorType(), true)
          .add(STAYS, DataTypes.BooleanType, false);

  private final String where;
  private final Broadcast<RowPipeline> pipeline;
  private final HandleInvalid invalid;
  private transient @Nullable RowFunction function;

  /**
   * A function of rows of cells.
   *
   * @param where the stage, for messages
   */
  RowFeatures(String where, Broadcast<RowPipeline> pipeline, HandleInvalid invalid) {
    this.where = where;
    this.pipeline = pipeline;
    this.invalid = invalid;
  }

  /** Every task has a copy of its own, but Spark may compute small tables on the driver. */
  @Override
  public synchronized Row call(Row row) {
    RowFunction each = function == null ? pipeline.value().function() : function;
    function = each;
    @Nullable Object[] cells = new @Nullable Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.get(i);
    }
    RowResult result = each.apply(cells);
    if (result instanceof RowResult.Features made) {
      return RowFactory.create(RowPreparer.vector(made.features()), true);
    }
    if (result instanceof RowResult.Invalid refused) {
      return switch (invalid) {
        case ERROR ->
            throw WinnowException.data(
                "%s: %s; set handleInvalid to skip or keep such rows"
                    .formatted(where, refused.reason()));
        case SKIP -> RowFactory.create(null, false);
        case KEEP -> RowFactory.create(null, true);
      };
    }
    return RowFactory.create(null, false);
  }
}
