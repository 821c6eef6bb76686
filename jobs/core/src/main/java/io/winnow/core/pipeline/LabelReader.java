package io.winnow.core.pipeline;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TextIndex;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowStep;
import io.winnow.core.split.Strata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the label of a typed row: maps its value to a class, and the class to its index. Also the
 * strata of a stratified split.
 */
public final class LabelReader implements Strata {
  private static final long serialVersionUID = 1L;

  private final boolean isAbsent;
  private final int number;
  private final int text;
  private final @Nullable HashMap<String, String> map;
  private final TextIndex indices;

  /**
   * A reader of labels.
   *
   * @param classes class names by index; empty for a regression, or while they are not known yet
   */
  public LabelReader(
      RowLayout layout, String column, @Nullable Map<String, String> map, List<String> classes) {
    isAbsent = column.isEmpty();
    number = layout.number(column);
    text = layout.text(column);
    this.map = map == null ? null : new HashMap<>(map);
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      numbers.put(classes.get(i), i);
    }
    indices = new TextIndex(numbers);
  }

  /** A reader that knows no classes yet. */
  public static LabelReader of(RowLayout layout, LabelConfig config) {
    return new LabelReader(layout, config.column(), config.map(), List.of());
  }

  /** A reader of fitted labels. */
  public static LabelReader of(RowLayout layout, FittedLabel label) {
    return new LabelReader(layout, label.column(), label.map(), label.classes());
  }

  /** Whether the row has a label; every row has, where nothing is predicted. */
  public boolean isLabelled(TypedRow row) {
    if (isAbsent) {
      return true;
    }
    return number >= 0 ? !Double.isNaN(row.numbers[number]) : row.texts[text] != null;
  }

  /** Leaves only rows with a label. */
  public RowStep labelled() {
    return RowStep.where(this::isLabelled, column());
  }

  @Override
  public ColumnSet columns(RowLayout layout) {
    return column();
  }

  private ColumnSet column() {
    return ColumnSet.of(new int[] {number}, new int[] {text});
  }

  /** The class of a row, or null when its label is missing. */
  public @Nullable String classOf(TypedRow row) {
    String value = row.texts[text];
    if (value == null || map == null) {
      return value;
    }
    return map.getOrDefault(value, map.get("*"));
  }

  /** The prepared label: index of the class, or the number; 0 where nothing is predicted. */
  public double label(TypedRow row) {
    if (isAbsent) {
      return 0;
    }
    return number >= 0 ? row.numbers[number] : of(row);
  }

  @Override
  public int count() {
    return indices.size();
  }

  @Override
  public int of(TypedRow row) {
    String name = classOf(row);
    return name == null ? TextIndex.ABSENT : indices.of(name);
  }
}
