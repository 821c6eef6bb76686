package io.winnow.core.row;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one column in a block. Categories are held once each; texts that are different in
 * most rows, such as keys, are held as bytes, since millions of small objects would keep the
 * garbage collector and the size estimates of a cache busy.
 */
sealed interface TextColumn extends Serializable {

  /** A text, or null where it is missing. */
  @Nullable String text(int index);

  /**
   * Counts the texts of some rows.
   *
   * @param counted told of texts and how often each occurs
   * @return how many are missing
   */
  default long count(int[] rows, int count, ObjLongConsumer<String> counted) {
    long missing = 0;
    for (int i = 0; i < count; i++) {
      String text = text(rows[i]);
      if (text == null) {
        missing++;
      } else {
        counted.accept(text, 1);
      }
    }
    return missing;
  }

  /** The column with those rows alone, in that order. */
  TextColumn kept(int[] rows);

  /** Codes into texts. */
  final class Coded implements TextColumn {
    private static final long serialVersionUID = 1L;

    private final int[] codes;
    private final String[] dictionary;

    Coded(int[] codes, String[] dictionary) {
      this.codes = codes;
      this.dictionary = dictionary;
    }

    @Override
    public @Nullable String text(int index) {
      int code = codes[index];
      return code < 0 ? null : dictionary[code];
    }

    @Override
    public long count(int[] rows, int count, ObjLongConsumer<String> counted) {
      // The first number is that of missing cells, whose code is -1.
      long[] counts = new long[dictionary.length + 1];
      for (int i = 0; i < count; i++) {
        counts[codes[rows[i]] + 1]++;
      }
      for (int code = 0; code < dictionary.length; code++) {
        if (counts[code + 1] > 0) {
          counted.accept(dictionary[code], counts[code + 1]);
        }
      }
      return counts[0];
    }

    @Override
    public TextColumn kept(int[] rows) {
      int[] kept = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        kept[i] = codes[rows[i]];
      }
      return new Coded(kept, dictionary);
    }
  }

  /** Codes into the UTF-8 bytes of texts, one after the other. */
  final class Packed implements TextColumn {
    private static final long serialVersionUID = 1L;

    private final int[] codes;
    private final int[] ends;
    private final byte[] utf8;

    Packed(int[] codes, int[] ends, byte[] utf8) {
      this.codes = codes;
      this.ends = ends;
      this.utf8 = utf8;
    }

    @Override
    public @Nullable String text(int index) {
      int code = codes[index];
      if (code < 0) {
        return null;
      }
      int start = code == 0 ? 0 : ends[code - 1];
      return new String(utf8, start, ends[code] - start, StandardCharsets.UTF_8);
    }

    @Override
    public TextColumn kept(int[] rows) {
      int[] kept = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        kept[i] = codes[rows[i]];
      }
      return new Packed(kept, ends, utf8);
    }
  }
}
