package io.winnow.train.round;

import io.winnow.network.model.ArchitectureJson;
import io.winnow.network.model.InputColumns;
import io.winnow.network.model.TrainableNetwork;
import io.winnow.train.feed.DropoutSeed;
import io.winnow.train.feed.Shard;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** The network of one worker, built once and overwritten at every round. For one thread only. */
final class Replica implements AutoCloseable {
  private final TrainableNetwork network;
  private final InputColumns columns;
  private final TrainedState state;
  // Two sizes at most: the batch, and what is left at the end of the shard.
  private final Map<Integer, BatchArrays> arrays = new HashMap<>();

  /** A network of its own. */
  Replica(String architecture) {
    network = ArchitectureJson.parse(architecture).network();
    columns = new InputColumns(network.architecture().inputs());
    state = new TrainedState(network);
  }

  /**
   * Trains from the state of the call.
   *
   * @param average that the round begins with
   * @param receive nanoseconds that the average took to come
   */
  WorkerShare train(RoundCall call, Shard shard, byte[] average, long receive) {
    long start = System.nanoTime();
    state.load(average, call.iteration(), call.minibatches().epoch());
    long loaded = System.nanoTime();
    long rows = 0;
    double lossSum = 0;
    for (int i = 0; i < call.count(); i++) {
      int size = call.minibatches().rows(shard, call.first() + i);
      if (size == 0) {
        break;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("the task was ended from outside");
      }
      DropoutSeed.set(call.minibatches().seed(), call.iteration() + i, shard.slot());
      arrays(size).fit(network, call.minibatches(), shard, call.first() + i);
      lossSum += network.loss() * size;
      rows += size;
    }
    long fitted = System.nanoTime();
    byte[] saved = rows == 0 ? new byte[0] : state.save();
    long end = System.nanoTime();
    return new WorkerShare(
        rows,
        lossSum,
        saved,
        heldBytes(),
        new WorkerTimes(receive, loaded - start, fitted - loaded, end - fitted));
  }

  /** What the thread's workspaces, the network and its minibatches hold now. */
  private long heldBytes() {
    long bytes = network.parameters().length() * Float.BYTES + state.bytes();
    for (MemoryWorkspace workspace :
        Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread()) {
      bytes += workspace.getCurrentSize();
    }
    return bytes + arrays.values().stream().mapToLong(BatchArrays::bytes).max().orElse(0);
  }

  @Override
  public void close() {
    arrays.values().forEach(BatchArrays::close);
    state.close();
  }

  private BatchArrays arrays(int rows) {
    return arrays.computeIfAbsent(
        rows, size -> new BatchArrays(size, columns, network.architecture().outputs()));
  }
}
