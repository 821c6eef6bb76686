package io.winnow.core.step.encode;

import io.winnow.core.scan.CellEffects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up the code of a category. */
final class OrdinalCodes {
  private final String column;
  private final MissingSlot missing;
  private final Map<String, Integer> codes = new HashMap<>();

  OrdinalCodes(String column, FittedEncode.Ordinal fitted) {
    this.column = column;
    this.missing = fitted.missing();
    List<String> categories = fitted.categories();
    for (int i = 0; i < categories.size(); i++) {
      codes.put(categories.get(i), i);
    }
  }

  /**
   * The code of a cell.
   *
   * @param text null is a missing cell
   */
  int code(@Nullable String text, CellEffects effects) {
    if (text == null) {
      switch (missing) {
        case LAST -> {}
        case NONE -> effects.countUnseen(column, null);
      }
      return codes.size();
    }
    Integer code = codes.get(text);
    if (code == null) {
      effects.countUnseen(column, text);
      return codes.size() + 1;
    }
    return code;
  }
}
