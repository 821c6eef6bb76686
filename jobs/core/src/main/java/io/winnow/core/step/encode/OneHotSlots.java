package io.winnow.core.step.encode;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up which slot a category sets. */
public final class OneHotSlots {
  private static final int NO_SLOT = -1;

  private final String column;
  private final Unseen unseen;
  private final Map<String, Integer> slots = new HashMap<>();
  private final int missingSlot;
  private final int width;

  /** The slots of one column. */
  public OneHotSlots(String column, FittedEncode fitted) {
    this.column = column;
    this.unseen = fitted.unseen();
    List<String> categories = fitted.categories();
    for (int i = 0; i < categories.size(); i++) {
      slots.put(categories.get(i), i);
    }
    width = fitted.slots().size();
    missingSlot =
        switch (fitted.missing()) {
          case LAST -> categories.size();
          case NONE -> NO_SLOT;
        };
  }

  /** How many slots there are. */
  public int width() {
    return width;
  }

  /**
   * The slot that a cell sets, or -1 for a category that train does not have.
   *
   * @param text null is a missing cell
   * @throws WinnowException for such a category where the configuration says so
   */
  public int slot(@Nullable String text, CellEffects effects) {
    int slot = text == null ? missingSlot : slots.getOrDefault(text, NO_SLOT);
    if (slot == NO_SLOT) {
      effects.count(Effect.UNSEEN, column);
      switch (unseen) {
        case ZEROS -> {}
        case FAIL ->
            throw WinnowException.data(
                "column '%s': category %s does not occur in train; set encode.unseen=zeros to let it pass"
                    .formatted(column, text == null ? "<missing>" : "'" + text + "'"));
      }
    }
    return slot;
  }
}
