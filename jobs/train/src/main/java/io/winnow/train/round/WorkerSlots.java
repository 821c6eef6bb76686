package io.winnow.train.round;

import io.winnow.train.feed.Shard;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The workers of this executor, by training and slot; they live from round to round. */
final class WorkerSlots {
  private static final Map<Key, WorkerSlot> SLOTS = new ConcurrentHashMap<>();

  private WorkerSlots() {}

  private record Key(String training, int slot) {}

  /** The worker of a shard, begun by its first round here. */
  static WorkerSlot of(String training, Shard shard) {
    return SLOTS.computeIfAbsent(
        new Key(training, shard.slot()), key -> new WorkerSlot("winnow-worker-" + key.slot()));
  }

  /** Ends all workers of a training in this executor. */
  static void release(String training) {
    SLOTS.forEach(
        (key, slot) -> {
          if (key.training().equals(training) && SLOTS.remove(key, slot)) {
            slot.release();
          }
        });
  }
}
