package io.winnow.train.round;

import io.winnow.network.model.InputColumns;
import io.winnow.network.model.TrainableNetwork;
import io.winnow.train.feed.Minibatches;
import io.winnow.train.feed.Shard;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays for minibatches of one size, made once and overwritten by each. */
final class BatchArrays implements AutoCloseable {
  private final InputColumns columns;
  private final float[] features;
  private final float[] targets;
  private final float[][] parts;
  private final INDArray[] inputs;
  private final HostFloats[] inputMemory;
  private final INDArray output;
  private final HostFloats outputMemory;
  private final int rows;
  private final float[] weights;
  // Made with the first minibatch that has weights.
  private @Nullable INDArray weightColumn;

  BatchArrays(int rows, InputColumns columns, int outputs) {
    this.rows = rows;
    this.columns = columns;
    features = new float[Math.multiplyExact(rows, columns.features())];
    targets = new float[Math.multiplyExact(rows, outputs)];
    int count = columns.inputs().size();
    parts = new float[count][];
    inputs = new INDArray[count];
    inputMemory = new HostFloats[count];
    for (int i = 0; i < count; i++) {
      // One input is given the features as they stand.
      parts[i] = count == 1 ? features : new float[rows * columns.features(i)];
      inputs[i] = Nd4j.create(DataType.FLOAT, columns.shape(i, rows), 'c');
      inputMemory[i] = new HostFloats(inputs[i]);
    }
    output = Nd4j.create(DataType.FLOAT, new long[] {rows, outputs}, 'c');
    outputMemory = new HostFloats(output);
    weights = new float[rows];
  }

  /** One update of the network by one minibatch of this size. */
  void fit(TrainableNetwork network, Minibatches minibatches, Shard shard, int position) {
    minibatches.copy(shard, position, features, targets);
    for (int i = 0; i < inputs.length; i++) {
      if (inputs.length > 1) {
        columns.copy(i, rows, features, parts[i]);
      }
      inputMemory[i].put(parts[i]);
    }
    outputMemory.put(targets);
    network.fit(inputs, output, weights(minibatches, shard, position));
  }

  private @Nullable INDArray weights(Minibatches minibatches, Shard shard, int position) {
    if (!minibatches.copyWeights(shard, position, weights)) {
      return null;
    }
    INDArray column = weightColumn;
    if (column == null) {
      column = Nd4j.create(DataType.FLOAT, new long[] {rows, 1}, 'c');
      weightColumn = column;
    }
    new HostFloats(column).put(weights);
    return column;
  }

  /** Bytes of one minibatch. */
  long bytes() {
    return ((long) features.length + targets.length) * Float.BYTES;
  }

  @Override
  public void close() {
    for (INDArray input : inputs) {
      input.close();
    }
    output.close();
    if (weightColumn != null) {
      weightColumn.close();
    }
  }
}
