package io.winnow.core.step.outlier;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.scan.RowStep;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Changes values outside their fences, or drops their row. */
public final class OutlierStep implements RowStep {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int[] columns;
  private final double[] lower;
  private final double[] upper;
  private final double[] replacements;
  private final OutlierAction[] actions;

  /**
   * A step with the given fences.
   *
   * @param deletion whether rows are dropped at all; if not, the action delete leaves them as they
   *     are
   */
  public OutlierStep(RowLayout layout, Map<String, FittedOutlier> fences, Deletion deletion) {
    List<Map.Entry<String, FittedOutlier>> active =
        fences.entrySet().stream()
            .filter(
                fence ->
                    deletion == Deletion.ON || fence.getValue().action() != OutlierAction.DELETE)
            .toList();
    names = active.stream().map(Map.Entry::getKey).toArray(String[]::new);
    columns = active.stream().mapToInt(fence -> layout.number(fence.getKey())).toArray();
    lower = active.stream().mapToDouble(fence -> fence.getValue().lower()).toArray();
    upper = active.stream().mapToDouble(fence -> fence.getValue().upper()).toArray();
    actions = active.stream().map(fence -> fence.getValue().action()).toArray(OutlierAction[]::new);
    replacements = active.stream().mapToDouble(fence -> replacement(fence.getValue())).toArray();
  }

  private static double replacement(FittedOutlier fence) {
    Double replacement = fence.replacement();
    return replacement == null ? Double.NaN : replacement;
  }

  /** Whether the action delete takes effect. */
  public enum Deletion {
    /** Rows with outliers are dropped. */
    ON,
    /** They stay, unchanged. */
    OFF
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return ColumnSet.of(columns, new int[0]);
  }

  @Override
  public boolean apply(TypedRow row, CellEffects effects) {
    boolean stays = true;
    for (int i = 0; i < columns.length; i++) {
      double value = row.numbers[columns[i]];
      if (actions[i] == OutlierAction.DELETE && (value < lower[i] || value > upper[i])) {
        effects.count(Effect.OUTLIER, names[i]);
        stays = false;
      }
    }
    if (stays) {
      treat(row, effects);
    }
    return stays;
  }

  @Override
  public void apply(RowBatch batch, CellEffects effects) {
    delete(batch, effects);
    for (int i = 0; i < columns.length; i++) {
      double[] values = batch.numbers(columns[i]);
      for (int row = 0; row < batch.size(); row++) {
        if (values[row] < lower[i] || values[row] > upper[i]) {
          values[row] = treated(i, values[row], effects);
        }
      }
    }
  }

  private void delete(RowBatch batch, CellEffects effects) {
    boolean[] deleted = new boolean[batch.size()];
    for (int i = 0; i < columns.length; i++) {
      if (actions[i] == OutlierAction.DELETE) {
        double[] values = batch.numbers(columns[i]);
        for (int row = 0; row < deleted.length; row++) {
          if (values[row] < lower[i] || values[row] > upper[i]) {
            effects.count(Effect.OUTLIER, names[i]);
            deleted[row] = true;
          }
        }
      }
    }
    int[] kept = IntStream.range(0, deleted.length).filter(row -> !deleted[row]).toArray();
    batch.keep(kept, kept.length);
  }

  private void treat(TypedRow row, CellEffects effects) {
    for (int i = 0; i < columns.length; i++) {
      double value = row.numbers[columns[i]];
      if (value < lower[i] || value > upper[i]) {
        row.numbers[columns[i]] = treated(i, value, effects);
      }
    }
  }

  private double treated(int i, double value, CellEffects effects) {
    return switch (actions[i]) {
      case CLIP -> {
        effects.count(Effect.CLIPPED, names[i]);
        yield value < lower[i] ? lower[i] : upper[i];
      }
      case REPLACE -> {
        effects.count(Effect.REPLACED, names[i]);
        yield replacements[i];
      }
      case SET_MISSING -> {
        effects.count(Effect.SET_MISSING, names[i]);
        yield Double.NaN;
      }
      case DELETE -> throw new IllegalStateException("the row should have been dropped");
    };
  }
}
