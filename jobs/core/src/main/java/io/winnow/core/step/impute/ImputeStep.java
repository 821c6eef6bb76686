package io.winnow.core.step.impute;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.scan.RowStep;
import io.winnow.core.step.impute.knn.KnnStep;
import io.winnow.core.step.impute.regression.RegressionStep;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills missing cells, or drops the row of one. */
public final class ImputeStep implements RowStep {
  private static final long serialVersionUID = 1L;

  private final String[] numberNames;
  private final int[] numberColumns;
  private final @Nullable Double[] numbers;
  private final String[] textNames;
  private final int[] textColumns;
  private final @Nullable String[] texts;
  private final @Nullable KnnStep knn;
  private final @Nullable RegressionStep regression;
  // Whether some columns have no fill, so that a row is dropped that lacks one of their cells.
  private final boolean drops;

  /** A step that does what the maps say, by column name. */
  public ImputeStep(
      RowLayout layout,
      Map<String, FittedNumberImpute> numberFills,
      Map<String, FittedCategoryImpute> categoryFills) {
    this(layout, numberFills, categoryFills, null, null);
  }

  /**
   * A step that does what the maps say, by column name.
   *
   * @param knn fills from neighbours; before all others, so that only observed cells are compared
   * @param regression fills by prediction, from observed cells only, too
   */
  public ImputeStep(
      RowLayout layout,
      Map<String, FittedNumberImpute> numberFills,
      Map<String, FittedCategoryImpute> categoryFills,
      @Nullable KnnStep knn,
      @Nullable RegressionStep regression) {
    this.knn = knn;
    this.regression = regression;
    numberNames = numberFills.keySet().toArray(String[]::new);
    numberColumns = numberFills.keySet().stream().mapToInt(layout::number).toArray();
    numbers = numberFills.values().stream().map(FittedNumberImpute::value).toArray(Double[]::new);
    textNames = categoryFills.keySet().toArray(String[]::new);
    textColumns = categoryFills.keySet().stream().mapToInt(layout::text).toArray();
    texts = categoryFills.values().stream().map(FittedCategoryImpute::value).toArray(String[]::new);
    drops =
        Arrays.stream(numbers).anyMatch(Objects::isNull)
            || Arrays.stream(texts).anyMatch(Objects::isNull);
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    ColumnSet filled = ColumnSet.of(numberColumns, textColumns);
    ColumnSet compared = knn == null ? filled : filled.and(knn.columns(layout));
    return regression == null ? compared : compared.and(regression.columns());
  }

  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    if (drops(row, effects)) {
      return false;
    }
    fillByOtherCells(row, effects);
    for (int i = 0; i < numberColumns.length; i++) {
      Double fill = numbers[i];
      if (fill != null && Double.isNaN(row.numbers[numberColumns[i]])) {
        row.numbers[numberColumns[i]] = fill;
        effects.count(Effect.IMPUTED, numberNames[i]);
      }
    }
    for (int i = 0; i < textColumns.length; i++) {
      if (row.texts[textColumns[i]] == null) {
        row.texts[textColumns[i]] = texts[i];
        effects.count(Effect.IMPUTED, textNames[i]);
      }
    }
    return true;
  }

  @Override
  public void apply(RowBatch batch, CellEffects effects) {
    if (knn != null || regression != null || drops) {
      RowStep.super.apply(batch, effects);
      return;
    }
    for (int i = 0; i < numberColumns.length; i++) {
      Double fill = numbers[i];
      if (fill != null) {
        double[] values = batch.numbers(numberColumns[i]);
        for (int row = 0; row < batch.size(); row++) {
          if (Double.isNaN(values[row])) {
            values[row] = fill;
            effects.count(Effect.IMPUTED, numberNames[i]);
          }
        }
      }
    }
    for (int i = 0; i < textColumns.length; i++) {
      @Nullable String[] values = batch.texts(textColumns[i]);
      for (int row = 0; row < batch.size(); row++) {
        if (values[row] == null) {
          values[row] = texts[i];
          effects.count(Effect.IMPUTED, textNames[i]);
        }
      }
    }
  }

  private void fillByOtherCells(TypedRow row, CellEffects effects) {
    double[] predicted = regression == null ? null : regression.predict(row);
    if (knn != null) {
      knn.apply(row, effects);
    }
    if (regression != null && predicted != null) {
      regression.fill(row, predicted, effects);
    }
  }

  private boolean drops(TypedRow row, CellEffects effects) {
    boolean drops = false;
    for (int i = 0; i < numberColumns.length; i++) {
      if (numbers[i] == null && Double.isNaN(row.numbers[numberColumns[i]])) {
        effects.count(Effect.DROPPED, numberNames[i]);
        drops = true;
      }
    }
    for (int i = 0; i < textColumns.length; i++) {
      if (texts[i] == null && row.texts[textColumns[i]] == null) {
        effects.count(Effect.DROPPED, textNames[i]);
        drops = true;
      }
    }
    return drops;
  }
}
