package io.winnow.core.pipeline;

import io.winnow.core.config.SensitiveConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.encode.FittedEncode;
import io.winnow.core.step.encode.Unseen;
import io.winnow.core.step.impute.ImputeStrategy;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.core.step.outlier.DeleteFrom;
import io.winnow.core.step.outlier.OutlierAction;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fitted pipeline with all that it takes to treat raw rows: the donors of fills, and the key of
 * hashed columns. It travels to executors; every thread makes its own {@link RowFunction} of it.
 *
 * @param table the columns that features are made of, derived ones included: neither label nor key
 *     nor what nobody uses
 * @param imputer null when no column is filled from neighbours
 */
public record RowPipeline(
    FittedPipeline pipeline,
    TableSchema table,
    SensitiveCells sensitive,
    @Nullable KnnImputer imputer)
    implements Serializable {

  /**
   * Puts the parts together.
   *
   * @param environment the value of a variable by its name, or null
   * @throws WinnowException when a hashed column is used and its key is not set
   */
  public static RowPipeline of(
      FittedPipeline pipeline,
      @Nullable KnnImputer imputer,
      UnaryOperator<@Nullable String> environment) {
    if (pipeline.knn() != null && imputer == null) {
      throw WinnowException.usage(
          "pipeline '%s': is filled from neighbours; read %s beside pipeline.json too"
              .formatted(pipeline.pipeline(), pipeline.knn().donors().file()));
    }
    TableSchema table = used(pipeline);
    return new RowPipeline(
        pipeline, table, sensitive(pipeline.sensitive(), table, environment), imputer);
  }

  private static TableSchema used(FittedPipeline pipeline) {
    TableSchema table = pipeline.table();
    List<ColumnSchema> columns =
        table.columns().stream()
            .filter(
                column ->
                    pipeline.columns().containsKey(column.name())
                        || table.columns().stream()
                            .anyMatch(other -> isMadeOf(other, column.name(), pipeline)))
            .toList();
    return new TableSchema(
        table.table(), table.description(), table.trim(), table.missing(), columns);
  }

  private static boolean isMadeOf(ColumnSchema column, String source, FittedPipeline pipeline) {
    return column.derived() != null
        && column.derived().column().equals(source)
        && pipeline.columns().containsKey(column.name());
  }

  /** Columns that are not used need no key. */
  private static SensitiveCells sensitive(
      @Nullable SensitiveConfig config,
      TableSchema table,
      UnaryOperator<@Nullable String> environment) {
    if (config == null) {
      return SensitiveCells.NONE;
    }
    Map<String, SensitiveConfig.Column> columns = new TreeMap<>(config.columns());
    columns.keySet().retainAll(table.names());
    return SensitiveCells.of(new SensitiveConfig(columns, config.keyVariable()), environment);
  }

  /** The row function, for one thread. */
  public RowFunction function() {
    return new RowFunction(this);
  }

  /** Names of the columns whose cells the row function takes, in their order. */
  public List<String> columns() {
    return table.source().names();
  }

  /** Whether a step may take a row out of every split. */
  public boolean mayLeaveOut() {
    return pipeline.columns().values().stream().anyMatch(this::mayLeaveOut);
  }

  private boolean mayLeaveOut(FittedColumn column) {
    if (column instanceof FittedColumn.Numeric numeric) {
      boolean deletes =
          numeric.outlier() != null
              && numeric.outlier().action() == OutlierAction.DELETE
              && pipeline.deleteFrom() == DeleteFrom.ALL;
      return deletes || numeric.impute().strategy() == ImputeStrategy.DROP_ROW;
    }
    return column instanceof FittedColumn.Categorical categorical
        && categorical.impute() != null
        && categorical.impute().strategy() == ImputeStrategy.DROP_ROW;
  }

  /** Whether a category that train does not have makes a row invalid. */
  boolean refusesUnseen() {
    return pipeline.columns().values().stream()
        .anyMatch(
            column ->
                column instanceof FittedColumn.Categorical categorical
                    && refusesUnseen(categorical.encode()));
  }

  private static boolean refusesUnseen(FittedEncode encode) {
    return (encode instanceof FittedEncode.OneHot oneHot && oneHot.unseen() == Unseen.FAIL)
        || (encode instanceof FittedEncode.Ordinal ordinal && ordinal.unseen() == Unseen.FAIL);
  }
}
