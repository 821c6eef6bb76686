package io.winnow.core.dedup;

import io.winnow.core.config.Shingling;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * Cuts texts into shingles and hashes each to 64 bits.
 *
 * <p>Words are runs of letters, digits and marks, in lower case. Shingles of characters are the
 * n-grams inside each word with a blank at either end, as scikit-learn's analyzer {@code char_wb}
 * makes them: {@code "ab"} with n = 3 gives {@code " ab"} and {@code "ab "}; a padded word that is
 * shorter than n is one shingle. Shingles of words are the words. A missing text has none.
 *
 * @param size n, in characters (Unicode code points); of no effect for words
 */
public record Shingler(Shingling shingling, int size) implements Serializable {

  /** The set of shingles of several texts together. */
  public ShingleSet shingles(@Nullable String... texts) {
    Hashes hashes = new Hashes();
    for (String text : texts) {
      if (text != null) {
        NormalText.words(text).forEach(word -> add(word, hashes));
      }
    }
    return ShingleSet.of(hashes.toArray());
  }

  private void add(int[] word, Hashes hashes) {
    switch (shingling) {
      case WORDS -> hashes.add(word, 0, word.length);
      case CHARACTERS -> {
        int[] padded = new int[word.length + 2];
        Arrays.fill(padded, ' ');
        System.arraycopy(word, 0, padded, 1, word.length);
        hashes.add(padded, 0, Math.min(size, padded.length));
        for (int from = 1; from + size <= padded.length; from++) {
          hashes.add(padded, from, size);
        }
      }
    }
  }

  /** Hashes of shingles: the first word of MurmurHash3 x64 128 of their code points. */
  private static final class Hashes {
    private long[] hashes = new long[64];
    private byte[] bytes = new byte[64];
    private int count;

    void add(int[] points, int from, int length) {
      if (bytes.length < Integer.BYTES * length) {
        bytes = new byte[2 * Integer.BYTES * length];
      }
      for (int i = 0; i < length; i++) {
        int point = points[from + i];
        for (int b = 0; b < Integer.BYTES; b++) {
          bytes[Integer.BYTES * i + b] = (byte) (point >>> (Byte.SIZE * b));
        }
      }
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
      }
      hashes[count] = MurmurHash3.hash128x64(bytes, 0, Integer.BYTES * length, 0)[0];
      count++;
    }

    long[] toArray() {
      return Arrays.copyOf(hashes, count);
    }
  }
}
