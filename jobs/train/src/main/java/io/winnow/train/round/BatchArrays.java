package io.winnow.train.round;

import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shard;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays for minibatches of one size, made once and overwritten by each. */
final class BatchArrays implements AutoCloseable {
  private final float[] features;
  private final float[] targets;
  private final INDArray input;
  private final INDArray output;
  private final HostFloats inputMemory;
  private final HostFloats outputMemory;

  BatchArrays(int rows, int inputs, int outputs) {
    features = new float[Math.multiplyExact(rows, inputs)];
    targets = new float[Math.multiplyExact(rows, outputs)];
    input = Nd4j.create(DataType.FLOAT, new long[] {rows, inputs}, 'c');
    output = Nd4j.create(DataType.FLOAT, new long[] {rows, outputs}, 'c');
    inputMemory = new HostFloats(input);
    outputMemory = new HostFloats(output);
  }

  /** One update of the network by one minibatch of this size. */
  void fit(MultiLayerNetwork network, Minibatches minibatches, Shard shard, int position) {
    minibatches.copy(shard, position, features, targets);
    inputMemory.put(features);
    outputMemory.put(targets);
    network.fit(input, output);
  }

  @Override
  public void close() {
    input.close();
    output.close();
  }
}
