package io.winnow.train.feed;

import io.winnow.core.hash.Hash128;
import io.winnow.core.hash.SeededHash;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Seeds what dropout draws from by (seed, iteration, slot) before every minibatch, since a thread's
 * generator goes on from whatever it did before.
 */
public final class DropoutSeed {
  private DropoutSeed() {}

  /**
   * Seeds the generator of this thread.
   *
   * @param iteration updates made before this one
   * @param slot of the worker, from 0
   */
  public static void set(long seed, int iteration, int slot) {
    Nd4j.getRandom().setSeed(SeededHash.of(seed, iteration, new Hash128(1, slot)));
  }
}
