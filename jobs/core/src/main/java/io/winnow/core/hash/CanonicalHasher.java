package io.winnow.core.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * The 128-bit hash of a typed row: MurmurHash3 x64 128, seed 0, of its canonical encoding.
 *
 * <p>Each cell is encoded as a tag and its content, so that no two rows of the same columns share
 * an encoding unless their cells are equal; ('a', missing) differs from (missing, 'a') and ('ab',
 * 'c') from ('a', 'bc'):
 *
 * <ul>
 *   <li>missing, of any type: the byte 0;
 *   <li>number: the byte 1 and the 8 bytes of the IEEE double, big-endian, −0.0 as 0.0;
 *   <li>text: the byte 2, the number of UTF-8 bytes as 4 bytes big-endian, and these bytes.
 * </ul>
 *
 * <p>{@link Hash128#high} is the first of the two 64-bit words of the algorithm. One hasher serves
 * any number of rows one after the other, and one thread.
 */
public final class CanonicalHasher {
  private static final byte MISSING = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;
  private static final int SEED = 0;

  private ByteBuffer encoding = ByteBuffer.allocate(256);

  /** Starts a row. */
  public CanonicalHasher reset() {
    encoding.clear();
    return this;
  }

  /** Appends a number; NaN is the missing value. */
  public CanonicalHasher number(double x) {
    if (Double.isNaN(x)) {
      return missing();
    }
    reserve(1 + Double.BYTES);
    // Adding a positive zero turns -0.0 into 0.0 and leaves every other number alone.
    encoding.put(NUMBER).putDouble(x + 0.0);
    return this;
  }

  /** Appends a text; null is the missing value, and differs from the empty text. */
  public CanonicalHasher text(@Nullable String text) {
    if (text == null) {
      return missing();
    }
    return encoded(encoded(text));
  }

  /** Appends a text that was encoded before. */
  public CanonicalHasher encoded(byte[] cell) {
    reserve(cell.length);
    encoding.put(cell);
    return this;
  }

  /** The encoding of a text, for one that is appended again and again. */
  public static byte[] encoded(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + utf8.length)
        .put(TEXT)
        .putInt(utf8.length)
        .put(utf8)
        .array();
  }

  /** The hash of what was appended since the last reset. */
  public Hash128 finish() {
    long[] words = MurmurHash3.hash128x64(encoding.array(), 0, encoding.position(), SEED);
    return new Hash128(words[0], words[1]);
  }

  private CanonicalHasher missing() {
    reserve(1);
    encoding.put(MISSING);
    return this;
  }

  private void reserve(int bytes) {
    if (encoding.remaining() < bytes) {
      int needed = Math.addExact(encoding.position(), bytes);
      int doubled = (int) Math.min(2L * encoding.capacity(), Integer.MAX_VALUE - 8);
      ByteBuffer larger = ByteBuffer.allocate(Math.max(needed, doubled));
      encoding = larger.put(encoding.flip());
    }
  }
}
