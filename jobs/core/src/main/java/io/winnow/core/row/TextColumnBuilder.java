package io.winnow.core.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the texts of one column, block by block. A column that hardly repeats itself, such as a
 * key, is not looked up in any dictionary: the block before shows which columns do.
 */
final class TextColumnBuilder {
  /** Texts beyond which sharing them between blocks no longer pays. */
  private static final int INTERNED = 1 << 16;

  private final int[] codes = new int[RowBlock.CAPACITY];
  // One copy of each text for all blocks of a partition; each block lists those it uses.
  private final Map<String, String> interned = new HashMap<>();
  private final Map<String, Integer> known = new HashMap<>();
  private boolean repeats = true;
  private int[] ends = {};
  private byte[] utf8 = {};
  private int packed;
  private int size;

  /** Adds the text of the next row. */
  void add(@Nullable String text) {
    codes[size] = text == null ? -1 : repeats ? code(text) : pack(text);
    size++;
  }

  /** The column of what was added since the last one. */
  TextColumn build() {
    int[] cut = Arrays.copyOf(codes, size);
    TextColumn built;
    if (repeats) {
      String[] dictionary = new String[known.size()];
      known.forEach((text, code) -> dictionary[code] = text);
      built = new TextColumn.Coded(cut, dictionary);
      repeats = known.size() <= Math.max(64, size / 4);
    } else {
      int bytes = packed == 0 ? 0 : ends[packed - 1];
      built = new TextColumn.Packed(cut, Arrays.copyOf(ends, packed), Arrays.copyOf(utf8, bytes));
    }
    clear();
    return built;
  }

  private void clear() {
    size = 0;
    packed = 0;
    known.clear();
    if (!repeats || interned.size() > INTERNED) {
      interned.clear();
    }
  }

  private int code(String text) {
    Integer code = known.get(text);
    if (code == null) {
      code = known.size();
      known.put(interned.computeIfAbsent(text, same -> same), code);
    }
    return code;
  }

  private int pack(String text) {
    if (ends.length == 0) {
      ends = new int[RowBlock.CAPACITY];
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int start = packed == 0 ? 0 : ends[packed - 1];
    if (start + bytes.length > utf8.length) {
      utf8 = Arrays.copyOf(utf8, Math.max(2 * utf8.length, start + 2 * bytes.length));
    }
    System.arraycopy(bytes, 0, utf8, start, bytes.length);
    ends[packed] = start + bytes.length;
    return packed++;
  }
}
