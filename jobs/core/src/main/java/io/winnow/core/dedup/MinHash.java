package io.winnow.core.dedup;

import java.util.SplittableRandom;

/**
 * MinHash signatures (Broder 1997) and the buckets of their bands.
 *
 * <p>Row i of a signature is the least hᵢ(x) over the shingles x of a set; two sets agree in it
 * with a probability that is their Jaccard similarity. hᵢ(x) = mix(x ⊕ sᵢ) with a random 64-bit sᵢ
 * of a fixed sequence, so signatures are the same on every machine. The bucket of a band is a
 * 64-bit hash of the band's number and rows. Not thread-safe.
 */
public final class MinHash {
  private static final long SEED = 0x9e3779b97f4a7c15L;

  private final Banding banding;
  private final long[] seeds;
  private final long[] least;

  /** Signatures with that many bands and rows. */
  public MinHash(Banding banding) {
    this.banding = banding;
    seeds = new SplittableRandom(SEED).longs(banding.signature()).toArray();
    least = new long[seeds.length];
  }

  /** The bucket of each band of a set that is not empty. */
  public long[] buckets(ShingleSet set) {
    if (set.size() == 0) {
      throw new IllegalArgumentException("an empty set has no signature");
    }
    for (int i = 0; i < seeds.length; i++) {
      long seed = seeds[i];
      long smallest = Long.MAX_VALUE;
      for (int s = 0; s < set.size(); s++) {
        smallest = Math.min(smallest, mix(set.hash(s) ^ seed));
      }
      least[i] = smallest;
    }
    long[] buckets = new long[banding.bands()];
    for (int band = 0; band < buckets.length; band++) {
      long bucket = band;
      for (int row = 0; row < banding.rows(); row++) {
        bucket = mix(bucket ^ least[band * banding.rows() + row]) + band;
      }
      buckets[band] = bucket;
    }
    return buckets;
  }

  /** The finaliser of MurmurHash3 with the constants of Stafford's variant 13: a bijection. */
  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
