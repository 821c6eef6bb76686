package io.winnow.core.step.impute;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.scan.RowStep;
import java.util.Map;

/** Fills missing cells. */
public final class ImputeStep implements RowStep {
  private static final long serialVersionUID = 1L;

  private final String[] numberNames;
  private final int[] numberColumns;
  private final double[] numbers;
  private final String[] textNames;
  private final int[] textColumns;
  private final String[] texts;

  /** A step that fills what the maps name. */
  public ImputeStep(
      RowLayout layout,
      Map<String, FittedNumberImpute> numberFills,
      Map<String, FittedCategoryImpute> categoryFills) {
    numberNames = numberFills.keySet().toArray(String[]::new);
    numberColumns = numberFills.keySet().stream().mapToInt(layout::number).toArray();
    numbers = numberFills.values().stream().mapToDouble(FittedNumberImpute::value).toArray();
    textNames = categoryFills.keySet().toArray(String[]::new);
    textColumns = categoryFills.keySet().stream().mapToInt(layout::text).toArray();
    texts = categoryFills.values().stream().map(FittedCategoryImpute::value).toArray(String[]::new);
  }

  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    for (int i = 0; i < numberColumns.length; i++) {
      if (Double.isNaN(row.numbers[numberColumns[i]])) {
        row.numbers[numberColumns[i]] = numbers[i];
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
}
