package io.winnow.core.hash;

import java.io.Serial;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a prepared data set, whatever the order and the files of its rows.
 *
 * <p>Each row is hashed by SHA-256 and the hashes are added modulo 2²⁵⁶, so that a row that occurs
 * twice counts twice. The bytes of a row are, one after the other: the split's name and the row
 * key, each as its number of UTF-8 bytes (4 bytes, big-endian) and these bytes; the label and each
 * feature as an IEEE double (8 bytes, big-endian), −0.0 as 0.0 and every NaN, which stands for a
 * missing label, as 7ff8000000000000.
 *
 * <p>It detects changes; it is no protection against somebody who looks for a second set with the
 * same sum. One instance serves one thread.
 */
public final class ContentHash implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final int WORDS = 4;

  /** The sum in 64-bit words, the highest first. */
  private final long[] sum = new long[WORDS];

  private long rows;

  private transient @Nullable MessageDigest sha256;

  /** What is hashed of a row; reused, and all zeros between two rows. */
  private byte[] bytes = {};

  /** Adds one row of a split. */
  public void add(String split, String rowKey, double label, double[] features) {
    ByteBuffer row = start(split, rowKey, label, features.length);
    for (double feature : features) {
      row.putLong(canonicalBits(feature));
    }
    finish(row);
    Arrays.fill(bytes, 0, row.position(), (byte) 0);
  }

  /**
   * Adds one row of a split whose features are mostly 0.
   *
   * @param width how many features there are
   * @param indices of those that may not be 0
   * @param values of these
   * @param size how many of the two arrays count
   */
  public void add(
      String split,
      String rowKey,
      double label,
      int width,
      int[] indices,
      double[] values,
      int size) {
    ByteBuffer row = start(split, rowKey, label, width);
    int first = row.position();
    for (int i = 0; i < size; i++) {
      row.putLong(first + Double.BYTES * indices[i], canonicalBits(values[i]));
    }
    finish(row.position(first + Double.BYTES * width));
    // Only what was set: most features are 0, and there may be hundreds of them.
    Arrays.fill(bytes, 0, first, (byte) 0);
    for (int i = 0; i < size; i++) {
      row.putLong(first + Double.BYTES * indices[i], 0);
    }
  }

  /** Adds all rows of the other; the other one is left as it is. */
  public void merge(ContentHash other) {
    plus(other.sum);
    rows += other.rows;
  }

  /** The sum in 64 lower-case hexadecimal digits; all zeros if there are no rows. */
  public String hex() {
    StringBuilder digits = new StringBuilder();
    for (long word : sum) {
      digits.append(HexFormat.of().toHexDigits(word));
    }
    return digits.toString();
  }

  /** How many rows were added. */
  public long rows() {
    return rows;
  }

  @Override
  public String toString() {
    return "ContentHash[rows=" + rows + ", " + hex() + "]";
  }

  /** The buffer with what comes before the features, and room for them. */
  private ByteBuffer start(String split, String rowKey, double label, int features) {
    byte[] splitBytes = split.getBytes(StandardCharsets.UTF_8);
    byte[] keyBytes = rowKey.getBytes(StandardCharsets.UTF_8);
    int length = 2 * Integer.BYTES + splitBytes.length + keyBytes.length;
    ByteBuffer row = buffer(length + Double.BYTES * (1 + features));
    row.putInt(splitBytes.length).put(splitBytes).putInt(keyBytes.length).put(keyBytes);
    return row.putLong(canonicalBits(label));
  }

  private void finish(ByteBuffer row) {
    MessageDigest digest = digest();
    digest.update(bytes, 0, row.position());
    long[] hash = new long[WORDS];
    ByteBuffer.wrap(digest.digest()).asLongBuffer().get(hash);
    plus(hash);
    rows++;
  }

  private ByteBuffer buffer(int length) {
    if (bytes.length < length) {
      bytes = new byte[length + length / 2];
    }
    return ByteBuffer.wrap(bytes);
  }

  private void plus(long[] summand) {
    long carry = 0;
    for (int i = WORDS - 1; i >= 0; i--) {
      long partial = sum[i] + carry;
      long carried = Long.compareUnsigned(partial, carry) < 0 ? 1 : 0;
      long total = partial + summand[i];
      carry = Long.compareUnsigned(total, partial) < 0 ? 1 : carried;
      sum[i] = total;
    }
  }

  private static long canonicalBits(double x) {
    // doubleToLongBits has one NaN, and adding a positive zero turns -0.0 into 0.0.
    return Double.doubleToLongBits(x + 0.0);
  }

  /** A digest is not serialisable, so the state makes its own wherever it wakes up. */
  private MessageDigest digest() {
    MessageDigest digest = sha256;
    if (digest == null) {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256, and this one has not", e);
      }
      sha256 = digest;
    }
    return digest;
  }
}
