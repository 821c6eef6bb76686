package io.winnow.core.pipeline;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.split.Split;
import io.winnow.core.step.encode.OneHotSlots;
import io.winnow.core.step.impute.FittedCategoryImpute;
import io.winnow.core.step.impute.FittedNumberImpute;
import io.winnow.core.step.impute.ImputeStep;
import io.winnow.core.step.outlier.DeleteFrom;
import io.winnow.core.step.outlier.FittedOutlier;
import io.winnow.core.step.outlier.OutlierStep;
import io.winnow.core.step.outlier.OutlierStep.Deletion;
import io.winnow.core.step.scale.FittedScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The row function: a typed row becomes features by outlier, impute, encode and scale, in one go.
 * The same object serves the nightly table, scoring and a single request. Columns are looked up by
 * name once, here. Not thread-safe.
 */
public final class RowTransformer {
  private final OutlierStep deleting;
  private final OutlierStep keeping;
  private final DeleteFrom deleteFrom;
  private final ImputeStep impute;
  private final List<Slot> slots = new ArrayList<>();
  private final int width;

  /** Where a column's features begin, and how it gets there. */
  private record Slot(
      String name,
      int column,
      int first,
      @Nullable FittedScale scale,
      @Nullable OneHotSlots oneHot) {}

  /** A row function for rows of that layout. */
  public RowTransformer(FittedPipeline pipeline, RowLayout layout) {
    Map<String, FittedOutlier> fences = new TreeMap<>();
    Map<String, FittedNumberImpute> numbers = new TreeMap<>();
    Map<String, FittedCategoryImpute> categories = new TreeMap<>();
    int next = 0;
    for (String name : featureColumns(pipeline)) {
      FittedColumn column = column(pipeline, name);
      if (column instanceof FittedColumn.Numeric numeric) {
        FittedOutlier fence = numeric.outlier();
        if (fence != null) {
          fences.put(name, fence);
        }
        numbers.put(name, numeric.impute());
        slots.add(new Slot(name, layout.number(name), next, numeric.scale(), null));
        next++;
      } else if (column instanceof FittedColumn.Categorical categorical) {
        FittedCategoryImpute fill = categorical.impute();
        if (fill != null) {
          categories.put(name, fill);
        }
        OneHotSlots oneHot = new OneHotSlots(name, categorical.encode());
        slots.add(new Slot(name, layout.text(name), next, null, oneHot));
        next += oneHot.width();
      }
    }
    width = next;
    deleteFrom = pipeline.deleteFrom();
    deleting = new OutlierStep(layout, fences, Deletion.ON);
    keeping = new OutlierStep(layout, fences, Deletion.OFF);
    impute = new ImputeStep(layout, numbers, categories);
  }

  /** An empty buffer for what this row function gives. */
  public FeatureBuffer buffer() {
    return new FeatureBuffer(width, slots.size());
  }

  /**
   * Transforms one row, which is changed.
   *
   * @param effects counts what is done to cells
   * @param features filled in
   * @return whether the row stays; if not, the buffer holds nothing of use
   */
  public boolean transform(TypedRow row, Split split, CellEffects effects, FeatureBuffer features) {
    boolean deletes =
        switch (deleteFrom) {
          case ALL -> true;
          case TRAIN -> split == Split.TRAIN;
        };
    if (!(deletes ? deleting : keeping).apply(row, effects)) {
      return false;
    }
    impute.apply(row, effects);
    features.clear();
    for (Slot slot : slots) {
      if (slot.scale != null) {
        features.add(slot.first, slot.scale.scaled(row.numbers[slot.column]));
      } else if (slot.oneHot != null) {
        int active = slot.oneHot.slot(row.texts[slot.column], effects);
        if (active >= 0) {
          features.add(slot.first + active, 1);
        }
      }
    }
    return true;
  }

  private static List<String> featureColumns(FittedPipeline pipeline) {
    return pipeline.table().names().stream().filter(pipeline.columns()::containsKey).toList();
  }

  private static FittedColumn column(FittedPipeline pipeline, String name) {
    FittedColumn column = pipeline.columns().get(name);
    if (column == null) {
      throw new IllegalStateException("column '" + name + "' was not fitted");
    }
    return column;
  }
}
