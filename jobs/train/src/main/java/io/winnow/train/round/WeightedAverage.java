package io.winnow.train.round;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The average of the workers' states, weighted by the rows that each was trained on: {@code sum(n *
 * x) / sum(n)}, added up in double and in the order of the slots, then rounded to float.
 *
 * <p>With two workers and equal rows this is the plain average in float, bit for bit.
 */
final class WeightedAverage {
  private static final int CHUNK = 1 << 15;

  private final List<WorkerShare> shares;
  private final long rows;

  private WeightedAverage(List<WorkerShare> shares) {
    this.shares = shares.stream().filter(share -> share.rows() > 0).toList();
    rows = shares.stream().mapToLong(WorkerShare::rows).sum();
  }

  /**
   * The average; one worker at least must have rows.
   *
   * @param shares in slot order
   */
  static byte[] of(List<WorkerShare> shares) {
    return new WeightedAverage(shares).average();
  }

  private byte[] average() {
    if (shares.size() == 1) {
      return shares.get(0).state();
    }
    byte[] average = new byte[shares.get(0).state().length];
    int values = average.length / Float.BYTES;
    // Chunks are added up by themselves, so that it does not matter which thread takes which.
    IntStream.range(0, (values + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(chunk -> average(chunk * CHUNK, Math.min(values, (chunk + 1) * CHUNK), average));
    return average;
  }

  private void average(int from, int to, byte[] target) {
    double[] sum = new double[to - from];
    float[] values = new float[to - from];
    for (WorkerShare share : shares) {
      floats(share.state()).get(from, values);
      double weight = share.rows();
      for (int i = 0; i < values.length; i++) {
        sum[i] += weight * values[i];
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sum[i] / rows);
    }
    floats(target).put(from, values);
  }

  private static FloatBuffer floats(byte[] state) {
    return ByteBuffer.wrap(state).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
