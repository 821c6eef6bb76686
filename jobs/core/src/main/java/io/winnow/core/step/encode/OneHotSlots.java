package io.winnow.core.step.encode;

import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up which slot a category sets. */
final class OneHotSlots {
  private static final int NO_SLOT = -1;

  private final String column;
  private final Map<String, Integer> slots = new HashMap<>();
  private final int rareSlot;
  private final int missingSlot;

  OneHotSlots(String column, FittedEncode.OneHot fitted) {
    this.column = column;
    List<String> categories = fitted.categories();
    for (int i = 0; i < categories.size(); i++) {
      slots.put(categories.get(i), i);
    }
    int next = categories.size();
    fitted.rare().forEach(text -> slots.put(text, next));
    rareSlot = fitted.rare().isEmpty() ? NO_SLOT : next;
    missingSlot =
        switch (fitted.missing()) {
          case LAST -> rareSlot == NO_SLOT ? next : next + 1;
          case NONE -> NO_SLOT;
        };
  }

  /**
   * The slot that a cell sets, or -1 for a category that train does not have.
   *
   * @param text null is a missing cell
   */
  int slot(@Nullable String text, CellEffects effects) {
    int slot = text == null ? missingSlot : slots.getOrDefault(text, NO_SLOT);
    if (slot == NO_SLOT) {
      effects.countUnseen(column, text);
    } else if (slot == rareSlot) {
      effects.count(Effect.RARE, column);
    }
    return slot;
  }
}
