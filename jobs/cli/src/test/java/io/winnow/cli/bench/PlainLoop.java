package io.winnow.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j without Spark: threads that each train a network of their own on minibatches that
 * are ready, and know nothing of each other.
 */
final class PlainLoop {
  private static final int MINIBATCHES = 40;

  private PlainLoop() {}

  /** Rows per second of all threads together; a fifth as many iterations warm up. */
  static double rowsPerSecond(TrainNet net, int threads, int iterations)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<MultiLayerNetwork> networks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        MultiLayerNetwork network = new MultiLayerNetwork(net.configuration());
        network.init();
        networks.add(network);
      }
      List<DataSet> minibatches = minibatches(net);
      run(pool, networks, minibatches, Math.max(1, iterations / 5));
      long start = System.nanoTime();
      run(pool, networks, minibatches, iterations);
      double seconds = (System.nanoTime() - start) / 1e9;
      return (double) threads * iterations * TrainNet.BATCH / seconds;
    } finally {
      pool.shutdown();
    }
  }

  private static void run(
      ExecutorService pool,
      List<MultiLayerNetwork> networks,
      List<DataSet> minibatches,
      int iterations)
      throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (MultiLayerNetwork network : networks) {
      running.add(
          pool.submit(
              () -> {
                for (int i = 0; i < iterations; i++) {
                  network.fit(minibatches.get(i % minibatches.size()));
                }
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }

  private static List<DataSet> minibatches(TrainNet net) {
    List<DataSet> minibatches = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < MINIBATCHES; i++) {
      float[] features = new float[TrainNet.BATCH * net.features()];
      float[] labels = new float[TrainNet.BATCH * 2];
      for (int j = 0; j < features.length; j++) {
        features[j] = (float) (random.nextDouble() * 3.4 - 1.7);
      }
      for (int row = 0; row < TrainNet.BATCH; row++) {
        labels[2 * row + (features[row * net.features()] > 0 ? 1 : 0)] = 1;
      }
      INDArray input = Nd4j.create(features, new long[] {TrainNet.BATCH, net.features()}, 'c');
      minibatches.add(new DataSet(input, Nd4j.create(labels, new long[] {TrainNet.BATCH, 2}, 'c')));
    }
    return minibatches;
  }
}
