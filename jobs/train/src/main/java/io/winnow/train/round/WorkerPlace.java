package io.winnow.train.round;

import io.winnow.core.failure.WinnowException;
import io.winnow.train.WorkerDevices;
import io.winnow.train.feed.Shard;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a worker is at work.
 *
 * @param executor Spark's name of it
 * @param address of the GPU that Spark gave its task, or null
 * @param backend what ND4J has loaded there
 */
record WorkerPlace(String executor, @Nullable String address, WorkerDevices.Backend backend)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String GPU = "gpu";

  /** The place of the task that is at work in this thread. */
  static WorkerPlace here(Shard shard) {
    String backend = Nd4j.getBackend().getClass().getSimpleName();
    return new WorkerPlace(
        SparkEnv.get().executorId(),
        given(),
        backend.contains("Cublas") ? WorkerDevices.Backend.CUDA : WorkerDevices.Backend.CPU);
  }

  /** The number of the GPU that Spark gave the task in this thread, or null. */
  static @Nullable Integer gpu() {
    String address = given();
    return address == null ? null : Integer.valueOf(address);
  }

  /**
   * What the places of all workers are, together.
   *
   * @throws WinnowException where the address of a GPU is no number
   */
  static WorkerDevices together(List<WorkerPlace> places) {
    for (WorkerPlace place : places) {
      if (place.address() != null && !place.address().matches("[0-9]{1,9}")) {
        throw WinnowException.usage(
            "GPU address '%s': no device number; use a discovery script that tells numbers, such as scripts/gpu-addresses"
                .formatted(place.address()));
      }
    }
    return new WorkerDevices(
        places.size(),
        places.stream().map(WorkerPlace::backend).distinct().sorted().toList(),
        places.stream()
            .filter(place -> place.address() != null)
            .map(place -> place.executor() + "/" + place.address())
            .sorted()
            .toList());
  }

  private static @Nullable String given() {
    Map<String, ResourceInformation> resources = TaskContext.get().resourcesJMap();
    ResourceInformation gpu = resources.get(GPU);
    return gpu == null || gpu.addresses().length == 0 ? null : gpu.addresses()[0];
  }
}
