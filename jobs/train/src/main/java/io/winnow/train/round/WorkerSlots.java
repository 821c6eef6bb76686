package io.winnow.train.round;

import io.winnow.train.feed.Shard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The workers of this executor, by training and GPU; they live from round to round. A worker of the
 * task's own GPU takes the task: Spark may give a shard to another GPU in the next round, and what
 * a worker does follows from the call and the shard alone.
 */
final class WorkerSlots {
  private static final Map<String, WorkerSlots> TRAININGS = new ConcurrentHashMap<>();

  private final Map<String, Deque<WorkerSlot>> idle = new ConcurrentHashMap<>();
  private boolean released;

  private WorkerSlots() {}

  /**
   * Runs a worker's part of a round.
   *
   * @param gpu device of the task, or null
   */
  static WorkerShare train(RoundCall call, Shard shard, @Nullable Integer gpu) {
    WorkerSlots slots = TRAININGS.computeIfAbsent(call.training(), training -> new WorkerSlots());
    WorkerSlot slot = slots.take(gpu, shard.slot());
    try {
      return slot.train(call, shard);
    } finally {
      slots.giveBack(slot);
    }
  }

  /** Ends all workers of a training in this executor. */
  static void release(String training) {
    WorkerSlots slots = TRAININGS.remove(training);
    if (slots != null) {
      slots.release();
    }
  }

  private synchronized WorkerSlot take(@Nullable Integer gpu, int number) {
    WorkerSlot slot = workers(gpu).poll();
    return slot == null ? new WorkerSlot("winnow-worker-" + number, gpu) : slot;
  }

  private synchronized void giveBack(WorkerSlot slot) {
    if (released) {
      slot.release();
    } else {
      // The last one first: its memory is still in the processor's caches.
      workers(slot.gpu()).push(slot);
    }
  }

  private synchronized void release() {
    released = true;
    idle.values().forEach(workers -> workers.forEach(WorkerSlot::release));
    idle.clear();
  }

  private Deque<WorkerSlot> workers(@Nullable Integer gpu) {
    return idle.computeIfAbsent(String.valueOf(gpu), device -> new ArrayDeque<>());
  }
}
