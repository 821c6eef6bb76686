package io.winnow.core.step.encode;

import io.winnow.core.row.TextIndex;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up which slot a category sets. */
final class OneHotSlots {
  private static final int NO_SLOT = TextIndex.ABSENT;

  private final String column;
  private final TextIndex slots;
  private final int rareSlot;
  private final int missingSlot;

  OneHotSlots(String column, FittedEncode.OneHot fitted) {
    this.column = column;
    Map<String, Integer> numbers = new HashMap<>();
    List<String> categories = fitted.categories();
    for (int i = 0; i < categories.size(); i++) {
      numbers.put(categories.get(i), i);
    }
    int next = categories.size();
    fitted.rare().forEach(text -> numbers.put(text, next));
    slots = new TextIndex(numbers);
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
    int slot = text == null ? missingSlot : slots.of(text);
    if (slot == NO_SLOT) {
      effects.countUnseen(column, text);
    } else if (slot == rareSlot) {
      effects.count(Effect.RARE, column);
    }
    return slot;
  }
}
