package io.winnow.train.round;

import io.winnow.train.RoundTimes;
import java.util.Comparator;
import java.util.List;

/** Times the parts of a round, on the driver. */
final class RoundClock {
  private final long start = System.nanoTime();
  private long sent;
  private long collected;

  void sent() {
    sent = System.nanoTime();
  }

  void collected() {
    collected = System.nanoTime();
  }

  /** Of a round whose average has just been taken. */
  RoundTimes times(List<WorkerShare> shares) {
    long end = System.nanoTime();
    WorkerTimes slowest =
        shares.stream()
            .map(WorkerShare::times)
            .max(Comparator.comparingLong(WorkerTimes::total))
            .orElseThrow();
    return new RoundTimes(
        (sent - start) / 1e9,
        slowest.receive() / 1e9,
        slowest.load() / 1e9,
        slowest.fit() / 1e9,
        slowest.save() / 1e9,
        (end - collected) / 1e9,
        (end - start) / 1e9);
  }
}
