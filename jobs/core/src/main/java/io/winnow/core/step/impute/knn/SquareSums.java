package io.winnow.core.step.impute.knn;

import java.util.Arrays;

/**
 * The sums Σ m(a_c, b_c) of one receiver to every donor of a block: the loops that all the time
 * goes into, written so that the compiler makes vector instructions of them.
 *
 * <p>Each pair's sum is formed column by column in ascending order, whichever loop a column falls
 * into; a masked cell adds 0, which changes no bit of a sum that is not negative.
 */
final class SquareSums {
  private final KnnSpace space;
  private final double[] sums;
  private final int[] common;
  private int commonCount;
  private int size;

  SquareSums(KnnSpace space, int blockSize) {
    this.space = space;
    sums = new double[blockSize];
    common = new int[space.dimensions()];
  }

  /** Forms the sums of a receiver. */
  void form(double[] receiver, DonorBlock block) {
    size = block.size;
    commonCount = 0;
    Arrays.fill(sums, 0, size, 0);
    int pending = 0;
    for (int c : space.compared()) {
      if (Double.isNaN(receiver[c]) || block.presence(c) == Presence.NONE) {
        continue;
      }
      common[commonCount++] = c;
      if (block.presence(c) == Presence.ALL && !space.isOverlap(c)) {
        pending++;
        if (pending == 4) {
          addFour(receiver, block, commonCount - 4);
          pending = 0;
        }
      } else {
        addOneByOne(receiver, block, commonCount - 1 - pending, commonCount - 1);
        pending = 0;
        addOther(receiver, block, c);
      }
    }
    addOneByOne(receiver, block, commonCount - pending, commonCount);
  }

  /** The sum of a donor. */
  double sum(int donor) {
    return sums[donor];
  }

  /** Columns that the receiver and at least one donor observe. */
  int commonCount() {
    return commonCount;
  }

  /** Columns that the receiver and a donor observe. */
  int common(DonorBlock block, int donor) {
    int both = 0;
    for (int i = 0; i < commonCount; i++) {
      both += block.observes(donor, common[i]) ? 1 : 0;
    }
    return both;
  }

  /** Collects the donors whose sum is at most the limit; returns how many. */
  int within(double limit, int[] found) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (sums[i] <= limit) {
        found[count++] = i;
      }
    }
    return count;
  }

  private void addFour(double[] receiver, DonorBlock block, int from) {
    int a = common[from];
    int b = common[from + 1];
    int c = common[from + 2];
    int d = common[from + 3];
    addFour(
        sums,
        size,
        block.cells(a),
        receiver[a],
        space.inverseScale(a),
        block.cells(b),
        receiver[b],
        space.inverseScale(b),
        block.cells(c),
        receiver[c],
        space.inverseScale(c),
        block.cells(d),
        receiver[d],
        space.inverseScale(d));
  }

  private void addOneByOne(double[] receiver, DonorBlock block, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = common[i];
      addOne(sums, size, block.cells(c), receiver[c], space.inverseScale(c));
    }
  }

  private void addOther(double[] receiver, DonorBlock block, int c) {
    boolean isMasked = block.presence(c) == Presence.SOME;
    if (!space.isOverlap(c)) {
      addMasked(sums, size, block.cells(c), block.mask(c), receiver[c], space.inverseScale(c));
    } else if (isMasked) {
      addMaskedOverlap(sums, size, block.cells(c), block.mask(c), receiver[c]);
    } else {
      addOverlap(sums, size, block.cells(c), receiver[c]);
    }
  }

  @SuppressWarnings("ParameterName")
  private static void addFour(
      double[] sums,
      int size,
      double[] a,
      double atA,
      double scaleA,
      double[] b,
      double atB,
      double scaleB,
      double[] c,
      double atC,
      double scaleC,
      double[] d,
      double atD,
      double scaleD) {
    for (int i = 0; i < size; i++) {
      double da = (atA - a[i]) * scaleA;
      double db = (atB - b[i]) * scaleB;
      double dc = (atC - c[i]) * scaleC;
      double dd = (atD - d[i]) * scaleD;
      // Left to right: the same order as column by column.
      sums[i] = sums[i] + da * da + db * db + dc * dc + dd * dd;
    }
  }

  private static void addOne(double[] sums, int size, double[] cells, double at, double scale) {
    for (int i = 0; i < size; i++) {
      double difference = (at - cells[i]) * scale;
      sums[i] += difference * difference;
    }
  }

  private static void addMasked(
      double[] sums, int size, double[] cells, double[] mask, double at, double scale) {
    for (int i = 0; i < size; i++) {
      // Masked before it is squared, so that no square overflows that does not count.
      double difference = (at - cells[i]) * mask[i] * scale;
      sums[i] += difference * difference;
    }
  }

  private static void addOverlap(double[] sums, int size, double[] cells, double at) {
    for (int i = 0; i < size; i++) {
      sums[i] += Math.min(1, Math.abs(at - cells[i]));
    }
  }

  private static void addMaskedOverlap(
      double[] sums, int size, double[] cells, double[] mask, double at) {
    for (int i = 0; i < size; i++) {
      sums[i] += Math.min(1, Math.abs(at - cells[i])) * mask[i];
    }
  }
}
