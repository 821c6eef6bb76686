package io.winnow.core.step.encode;

import io.winnow.core.statistics.Frequencies;
import io.winnow.core.step.impute.CategoryState;
import io.winnow.core.step.impute.FittedCategoryImpute;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One-hot slots of one column.
 *
 * @param categories texts of train in the order of their slots: frequency descending, ties
 *     alphabetical
 * @param missing whether missing cells have a slot, which is then the last
 */
public record FittedEncode(
    EncodeStrategy strategy, Unseen unseen, List<String> categories, MissingSlot missing)
    implements Serializable {

  /** Text of the slot of missing cells in feature names. */
  public static final String MISSING = "<missing>";

  /** Slots of what train has after imputation. */
  public static FittedEncode of(
      EncodeConfig config, CategoryState train, @Nullable FittedCategoryImpute fill) {
    Frequencies<String> cells = new Frequencies<>();
    cells.merge(train.frequencies());
    MissingSlot slot = MissingSlot.NONE;
    if (train.missing() > 0 && fill != null) {
      cells.add(fill.value(), train.missing());
    } else if (train.missing() > 0) {
      slot = MissingSlot.LAST;
    }
    return new FittedEncode(
        config.strategy(), config.unseen(), List.copyOf(cells.byFrequency()), slot);
  }

  /** What the slots stand for, in their order. */
  public List<String> slots() {
    List<String> slots = new ArrayList<>(categories);
    switch (missing) {
      case LAST -> slots.add(MISSING);
      case NONE -> {}
    }
    return slots;
  }
}
