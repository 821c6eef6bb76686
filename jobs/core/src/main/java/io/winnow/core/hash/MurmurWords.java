package io.winnow.core.hash;

/**
 * MurmurHash3 x64 128, seed 0, of three or four 64-bit numbers, 8 bytes each, big-endian (Austin
 * Appleby, public domain). Every row of every scan asks for one, and an implementation for bytes
 * would take two arrays for each.
 */
final class MurmurWords {
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private MurmurWords() {}

  /** The first word of the hash of three numbers. */
  static long first(long a, long b, long c) {
    long h1 = body1(0, 0, Long.reverseBytes(a));
    long h2 = body2(0, h1, Long.reverseBytes(b));
    h1 ^= mixed1(Long.reverseBytes(c));
    return finish(h1, h2, 3 * Long.BYTES);
  }

  /** The first word of the hash of four numbers. */
  static long first(long a, long b, long c, long d) {
    long h1 = body1(0, 0, Long.reverseBytes(a));
    long h2 = body2(0, h1, Long.reverseBytes(b));
    h1 = body1(h1, h2, Long.reverseBytes(c));
    h2 = body2(h2, h1, Long.reverseBytes(d));
    return finish(h1, h2, 4 * Long.BYTES);
  }

  private static long body1(long h1, long h2, long k1) {
    return (Long.rotateLeft(h1 ^ mixed1(k1), 27) + h2) * 5 + 0x52dce729;
  }

  private static long body2(long h2, long h1, long k2) {
    long mixed = Long.rotateLeft(k2 * C2, 33) * C1;
    return (Long.rotateLeft(h2 ^ mixed, 31) + h1) * 5 + 0x38495ab5;
  }

  private static long mixed1(long k1) {
    return Long.rotateLeft(k1 * C1, 31) * C2;
  }

  private static long finish(long h1, long h2, int length) {
    long a = h1 ^ length;
    long b = h2 ^ length;
    a += b;
    b += a;
    return avalanche(a) + avalanche(b);
  }

  private static long avalanche(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
