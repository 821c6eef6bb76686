package io.winnow.core.sample;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * Five independent standard normal features and a target that is linear in them, plus normal noise
 * of deviation 0.5: the least root mean squared error that a model can reach.
 */
final class WalkthroughTable {
  static final double NOISE = 0.5;
  private static final double[] WEIGHTS = {1.5, -2.0, 0.5, 3.0, -1.0};
  private static final double INTERCEPT = 4;

  private final int rows;
  private final long seed;

  WalkthroughTable(int rows, long seed) {
    this.rows = rows;
    this.seed = seed;
  }

  SampleFacts write(Writer csv) throws IOException {
    csv.write("x1,x2,x3,x4,x5,y\n");
    for (int row = 0; row < rows; row++) {
      RowRandom random = new RowRandom(seed, 0, row);
      double target = INTERCEPT;
      for (double weight : WEIGHTS) {
        double feature = Math.rint(random.gaussian() * 1e6) / 1e6;
        target += weight * feature;
        csv.write(CellText.number(feature, 6) + ",");
      }
      csv.write(CellText.number(target + NOISE * random.gaussian(), 6) + "\n");
    }
    return new SampleFacts(rows, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());
  }
}
