package io.winnow.core.row;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Small numbers by text, for texts that come again and again as the same object, as those of a
 * {@link RowBlock} do: such a text is recognised without comparing its characters. Not thread-safe.
 */
public final class TextIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What stands for a text that has no number. */
  public static final int ABSENT = -1;

  private static final int REMEMBERED = 1 << 10;

  private final HashMap<String, Integer> numbers;
  private transient @Nullable Memory memory;

  private static final class Memory {
    private final @Nullable String[] texts = new @Nullable String[REMEMBERED];
    private final int[] found = new int[REMEMBERED];
  }

  /** An index of those texts. */
  public TextIndex(Map<String, Integer> numbers) {
    this.numbers = new HashMap<>(numbers);
  }

  /** The number of a text, or {@link #ABSENT}. */
  @SuppressWarnings("ReferenceEquality") // that is what makes it quick
  public int of(String text) {
    Memory known = memory;
    if (known == null) {
      known = new Memory();
      memory = known;
    }
    int hash = text.hashCode();
    int at = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
    if (known.texts[at] != text) {
      known.found[at] = numbers.getOrDefault(text, ABSENT);
      known.texts[at] = text;
    }
    return known.found[at];
  }

  /** How many texts have a number. */
  public int size() {
    return numbers.size();
  }
}
