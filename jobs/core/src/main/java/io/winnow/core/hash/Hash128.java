package io.winnow.core.hash;

import java.io.Serial;
import java.io.Serializable;
import java.util.HexFormat;

/**
 * A hash of 128 bits, ordered as an unsigned number.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Hash128(long high, long low) implements Comparable<Hash128>, Serializable {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public int compareTo(Hash128 other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** The 32 lower-case hexadecimal digits, whose alphabetical order is the order of the hashes. */
  public String toHex() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
