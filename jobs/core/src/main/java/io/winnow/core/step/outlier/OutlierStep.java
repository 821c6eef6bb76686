package io.winnow.core.step.outlier;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.scan.RowStep;
import java.util.Map;

/** Clips values to their fences, or drops the row of a value outside them. */
public final class OutlierStep implements RowStep {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int[] columns;
  private final double[] lower;
  private final double[] upper;
  private final boolean[] deletes;

  /**
   * A step with the given fences.
   *
   * @param deletion whether rows are dropped at all; if not, the action delete leaves them as they
   *     are
   */
  public OutlierStep(RowLayout layout, Map<String, FittedOutlier> fences, Deletion deletion) {
    names =
        fences.entrySet().stream()
            .filter(
                fence -> deletion == Deletion.ON || fence.getValue().action() == OutlierAction.CLIP)
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    columns = new int[names.length];
    lower = new double[names.length];
    upper = new double[names.length];
    deletes = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      FittedOutlier fence = fences.get(names[i]);
      if (fence != null) {
        columns[i] = layout.number(names[i]);
        lower[i] = fence.lower();
        upper[i] = fence.upper();
        deletes[i] = fence.action() == OutlierAction.DELETE;
      }
    }
  }

  /** Whether the action delete takes effect. */
  public enum Deletion {
    /** Rows with outliers are dropped. */
    ON,
    /** They stay, unchanged. */
    OFF
  }

  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    boolean stays = true;
    for (int i = 0; i < columns.length; i++) {
      double value = row.numbers[columns[i]];
      if (deletes[i] && (value < lower[i] || value > upper[i])) {
        effects.count(Effect.OUTLIER, names[i]);
        stays = false;
      }
    }
    if (stays) {
      clip(row, effects);
    }
    return stays;
  }

  private void clip(TypedRow row, CellEffects effects) {
    for (int i = 0; i < columns.length; i++) {
      double value = row.numbers[columns[i]];
      if (value < lower[i]) {
        row.numbers[columns[i]] = lower[i];
        effects.count(Effect.CLIPPED, names[i]);
      } else if (value > upper[i]) {
        row.numbers[columns[i]] = upper[i];
        effects.count(Effect.CLIPPED, names[i]);
      }
    }
  }
}
