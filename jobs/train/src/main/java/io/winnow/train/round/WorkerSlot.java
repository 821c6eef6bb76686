package io.winnow.train.round;

import io.winnow.train.feed.Shard;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One worker within an executor: a replica and the thread that it lives on.
 *
 * <p>The threads of Spark's tasks change between rounds, and ND4J keeps its workspaces by thread:
 * on Spark's threads they would be allocated again and again. Two attempts of one task run one
 * after the other, and give the same.
 */
final class WorkerSlot {
  private final ExecutorService thread;
  private final @Nullable Integer gpu;
  private @Nullable Replica replica;

  /**
   * A worker that has not begun.
   *
   * @param gpu device that its thread is bound to, or null
   */
  WorkerSlot(String name, @Nullable Integer gpu) {
    this.gpu = gpu;
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread created = new Thread(task, name);
              created.setDaemon(true);
              return created;
            });
  }

  /** Device that it computes on, or null. */
  @Nullable Integer gpu() {
    return gpu;
  }

  /** Runs the worker's part of a round, and waits for it. */
  WorkerShare train(RoundCall call, Shard shard) {
    long start = System.nanoTime();
    byte[] average = call.state().value();
    long receive = System.nanoTime() - start;
    Future<WorkerShare> share =
        thread.submit(() -> replica(call).train(call, shard, average, receive));
    try {
      return share.get();
    } catch (InterruptedException e) {
      share.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task was ended from outside", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("worker %d failed".formatted(shard.slot()), e.getCause());
    }
  }

  /** Frees the memory as soon as a round that may be at work has ended. */
  void release() {
    thread.execute(
        () -> {
          if (replica != null) {
            replica.close();
          }
          Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        });
    thread.shutdown();
  }

  private Replica replica(RoundCall call) {
    if (replica == null) {
      if (gpu != null) {
        Nd4j.getAffinityManager().unsafeSetDevice(gpu);
      }
      replica = new Replica(call.architecture().value());
    }
    return replica;
  }
}
