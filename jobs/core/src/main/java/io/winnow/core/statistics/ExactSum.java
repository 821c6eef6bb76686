package io.winnow.core.statistics;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The exact sum of doubles, or of their squares: a small superaccumulator.
 *
 * <p>The sum is a fixed-point number of {@value #CHUNKS} overlapping chunks of 64 bits, one every
 * 32 bits, so that an addition touches two chunks and carries are settled once in a thousand
 * additions (R. M. Neal, <i>Fast Exact Summation Using Small and Large Superaccumulators</i>,
 * 2015). It holds twice the exponent range of that paper: the square of any finite double, 2⁻²¹⁴⁸
 * to 2²⁰⁴⁸, is represented exactly, so that squares neither overflow nor underflow, and 2⁶³
 * summands fit.
 *
 * <p>Nothing is rounded before {@link #value}, {@link #mean} or {@link #exact} is asked for:
 * whatever the order of the summands and however they were merged, the answers are the same bits.
 * About 1.1 KB in memory; serialised, only the digits of the sum, a few dozen bytes for ordinary
 * data.
 */
public final class ExactSum implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** The unit of the fixed-point number is 2^-BIAS, the square of the smallest double. */
  static final int BIAS = 2148;

  private static final int CHUNKS = 136;
  private static final long CHUNK_MASK = 0xffff_ffffL;

  /** A summand adds less than 2^53 to a chunk, so a thousand of them stay far below 2^63. */
  private static final int ADDITIONS_BETWEEN_CARRIES = 1000;

  private static final int EXPONENT_MASK = 0x7ff;
  private static final long FRACTION_MASK = (1L << 52) - 1;
  private static final long LEADING_BIT = 1L << 52;

  /** The binary exponent of a double's last mantissa bit, less its exponent field. */
  private static final int MANTISSA_OFFSET = 1075;

  private final long[] chunks = new long[CHUNKS];
  private int additions;

  /**
   * Adds one value.
   *
   * @throws IllegalArgumentException for NaN or an infinity
   */
  public void add(double x) {
    long mantissa = mantissa(x);
    int position = exponent(x) - MANTISSA_OFFSET + BIAS;
    int chunk = position >>> 5;
    int shift = position & 31;
    long low = (mantissa << shift) & CHUNK_MASK;
    long high = mantissa >>> (32 - shift);
    if (x < 0) {
      chunks[chunk] -= low;
      chunks[chunk + 1] -= high;
    } else {
      chunks[chunk] += low;
      chunks[chunk + 1] += high;
    }
    countAddition();
  }

  /**
   * Adds the value {@code times} times over, exactly and at the price of one addition.
   *
   * @throws IllegalArgumentException for NaN, an infinity or a negative number of times
   */
  public void add(double x, long times) {
    addProduct(mantissa(x), checked(times), exponent(x) - MANTISSA_OFFSET + BIAS, x < 0);
  }

  /**
   * Adds x², exactly: for every finite double, without overflow or underflow.
   *
   * @throws IllegalArgumentException for NaN or an infinity
   */
  public void addSquare(double x) {
    long mantissa = mantissa(x);
    addProduct(mantissa, mantissa, 2 * (exponent(x) - MANTISSA_OFFSET) + BIAS, false);
  }

  /**
   * Adds x² {@code times} times over, exactly.
   *
   * @throws IllegalArgumentException for NaN, an infinity or a negative number of times
   */
  public void addSquare(double x, long times) {
    long mantissa = mantissa(x);
    long count = checked(times);
    int position = 2 * (exponent(x) - MANTISSA_OFFSET) + BIAS;
    // Three factors do not fit 128 bits, so the square goes in as two halves of 53 bits.
    long high = Math.multiplyHigh(mantissa, mantissa);
    long low = mantissa * mantissa;
    addProduct(low & (2 * LEADING_BIT - 1), count, position, false);
    addProduct(high << 11 | low >>> 53, count, position + 53, false);
  }

  /** Adds everything that the other sum holds; the other one is left as it is. */
  public void merge(ExactSum other) {
    carry(chunks);
    for (int i = 0; i < CHUNKS; i++) {
      chunks[i] += other.chunks[i];
    }
    carry(chunks);
    additions = 0;
  }

  /**
   * The sum, correctly rounded to the nearest double (ties to even), as Python's {@code math.fsum}
   * gives it; an infinity if the exact sum lies beyond the largest double. The empty sum is 0.0.
   */
  public double value() {
    return new ExactRatio(scaled(), BigInteger.ONE, -BIAS).toDouble();
  }

  /**
   * The sum divided by {@code count}, rounded once, so that it is exact to half a unit in the last
   * place even where the sum itself has no finite double.
   *
   * @throws IllegalArgumentException if count is not positive
   */
  public double mean(long count) {
    if (count <= 0) {
      throw new IllegalArgumentException("the mean of " + count + " values is not defined");
    }
    return new ExactRatio(scaled(), BigInteger.valueOf(count), -BIAS).toDouble();
  }

  /** The sum to its last digit. */
  public BigDecimal exact() {
    BigInteger integer = scaled();
    if (integer.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int zeros = Math.min(BIAS, integer.getLowestSetBit());
    int places = BIAS - zeros;
    // m / 2^p = m * 5^p / 10^p
    BigInteger digits = integer.shiftRight(zeros).multiply(BigInteger.valueOf(5).pow(places));
    return new BigDecimal(digits, places);
  }

  @Override
  public String toString() {
    return "ExactSum[" + value() + "]";
  }

  /** The sum as a multiple of 2^-BIAS. */
  BigInteger scaled() {
    long[] settled = chunks.clone();
    carry(settled);
    byte[] bytes = new byte[4 * CHUNKS];
    for (int i = 0; i < CHUNKS; i++) {
      int word = (int) settled[CHUNKS - 1 - i];
      for (int b = 0; b < 4; b++) {
        bytes[4 * i + b] = (byte) (word >> (24 - 8 * b));
      }
    }
    return new BigInteger(bytes);
  }

  /** The chunks are a number modulo 2^(32·CHUNKS), so a negative one needs no sign of its own. */
  private static ExactSum ofScaled(BigInteger scaled) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < CHUNKS; i++) {
      sum.chunks[i] = scaled.shiftRight(32 * i).intValue() & CHUNK_MASK;
    }
    return sum;
  }

  /** Adds ±(a * b) * 2^position, for a and b below 2^63. */
  private void addProduct(long a, long b, int position, boolean negative) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    addWords(low, position, negative);
    addWords(high, position + 64, negative);
    countAddition();
  }

  /** Adds the two 32-bit halves of an unsigned word. */
  private void addWords(long word, int position, boolean negative) {
    int chunk = position >>> 5;
    int shift = position & 31;
    long first = (word & CHUNK_MASK) << shift;
    long second = (word >>> 32) << shift;
    long sign = negative ? -1 : 1;
    chunks[chunk] += sign * (first & CHUNK_MASK);
    chunks[chunk + 1] += sign * ((first >>> 32) + (second & CHUNK_MASK));
    chunks[chunk + 2] += sign * (second >>> 32);
  }

  private void countAddition() {
    if (++additions == ADDITIONS_BETWEEN_CARRIES) {
      carry(chunks);
      additions = 0;
    }
  }

  /** Leaves 32 bits in each chunk but the last, of which only the lower 32 count. */
  private static void carry(long[] chunks) {
    for (int i = 0; i < CHUNKS - 1; i++) {
      chunks[i + 1] += chunks[i] >> 32;
      chunks[i] &= CHUNK_MASK;
    }
  }

  private static long mantissa(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int field = (int) (bits >>> 52) & EXPONENT_MASK;
    if (field == EXPONENT_MASK) {
      throw new IllegalArgumentException("cannot sum " + x + ": only finite numbers have a sum");
    }
    long fraction = bits & FRACTION_MASK;
    return field == 0 ? fraction : fraction | LEADING_BIT;
  }

  private static int exponent(double x) {
    // Subnormal numbers have the exponent of the smallest normal ones.
    return Math.max(1, (int) (Double.doubleToRawLongBits(x) >>> 52) & EXPONENT_MASK);
  }

  private static long checked(long times) {
    if (times < 0) {
      throw new IllegalArgumentException("cannot add a value " + times + " times");
    }
    return times;
  }

  @Serial
  private Object writeReplace() {
    BigInteger scaled = scaled();
    int zeros = Math.max(0, scaled.getLowestSetBit());
    return new Digits(zeros, scaled.shiftRight(zeros));
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an ExactSum is read from its digits");
  }

  /** The serialised form: the sum without the zeros below its last digit. */
  private record Digits(int zeros, BigInteger integer) implements Serializable {
    @Serial
    private Object readResolve() {
      return ofScaled(integer.shiftLeft(zeros));
    }
  }
}
