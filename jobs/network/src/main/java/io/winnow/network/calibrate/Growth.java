package io.winnow.network.calibrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.winnow.core.config.Json;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What training one network did to its process.
 *
 * @param backend that computed: {@code cpu} or {@code cuda}
 * @param bytes by which the memory's peak, sampled every 5 ms, exceeds what was there before the
 *     network was made
 * @param workspaceBytes of the thread's workspaces at the end
 * @param collections of the Java heap meanwhile: after one, arrays outside of workspaces are freed
 */
record Growth(String backend, long bytes, long workspaceBytes, long collections) {
  /** Passes of one measurement. Every workspace has learned its size after two or three. */
  static final int PASSES = 6;

  /** Between two looks at the resident memory. */
  static final int PERIOD_MILLISECONDS = 5;

  /** Reads the end of what a process printed. */
  static Growth parse(String text) throws JsonProcessingException {
    return Json.MAPPER.readValue(text.substring(text.lastIndexOf('{')), Growth.class);
  }

  /** Measures in this process, which has done nothing else. */
  static Growth of(Subject subject) throws InterruptedException {
    Subject warmUp = FittedNetworks.warmUp();
    TrainedNetwork.of(warmUp).fit();
    System.gc();
    long counted = counted();
    LongSupplier memory = memory();
    AtomicLong peak = new AtomicLong(memory.getAsLong());
    long before = peak.get();
    ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> sampling =
        sampler.scheduleAtFixedRate(
            () -> peak.accumulateAndGet(memory.getAsLong(), Math::max),
            0,
            PERIOD_MILLISECONDS,
            TimeUnit.MILLISECONDS);
    TrainedNetwork network = TrainedNetwork.of(subject);
    for (int i = 0; i < PASSES; i++) {
      network.fit();
    }
    sampling.cancel(false);
    sampler.shutdown();
    if (!sampler.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the sampler does not end");
    }
    return new Growth(loaded(), peak.get() - before, workspaces(), counted() - counted);
  }

  private static String loaded() {
    return Nd4j.getBackend().getClass().getSimpleName().contains("JCublas") ? "cuda" : "cpu";
  }

  /** Resident memory of the process, or what is taken of the GPU that it computes on. */
  private static LongSupplier memory() {
    if (loaded().equals("cpu")) {
      return Pointer::physicalBytes;
    }
    NativeOps gpu = NativeOpsHolder.getInstance().getDeviceNativeOps();
    return () -> gpu.getDeviceTotalMemory(0) - gpu.getDeviceFreeMemory(0);
  }

  private static long workspaces() {
    long bytes = 0;
    for (MemoryWorkspace workspace :
        Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread()) {
      bytes += workspace.getCurrentSize();
    }
    return bytes;
  }

  private static long counted() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}
