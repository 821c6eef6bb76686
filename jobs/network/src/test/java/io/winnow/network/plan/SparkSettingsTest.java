package io.winnow.network.plan;

import static io.winnow.network.plan.HandComputed.MIB;
import static io.winnow.network.plan.HandComputed.T4;
import static io.winnow.network.plan.HandComputed.worker;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.network.estimate.DataType;
import io.winnow.network.estimate.layer.Helpers;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
  @Test
  void everySettingOfAGpuPlan() {
    assertThat(new SparkSettings(plan(T4), "/opt/gpus").settings())
        .containsExactly(
            entry("spark.executor.resource.gpu.amount", "1"),
            entry("spark.task.resource.gpu.amount", "0.25"),
            entry("spark.executor.resource.gpu.discoveryScript", "/opt/gpus"),
            entry("spark.executor.instances", "2"),
            entry("spark.executor.cores", "4"),
            entry("spark.task.cpus", "1"),
            entry("spark.cores.max", "8"),
            entry("spark.executor.memory", "4024m"),
            entry("spark.executor.memoryOverhead", "4427m"),
            entry(
                "spark.executor.extraJavaOptions",
                "-Dorg.bytedeco.javacpp.maxbytes=4043m"
                    + " -Dorg.bytedeco.javacpp.maxphysicalbytes=8451m"),
            entry("spark.executorEnv.OMP_NUM_THREADS", "1"),
            entry("spark.executorEnv.MALLOC_MMAP_THRESHOLD_", "131072"),
            entry("spark.driver.memory", "4324m"),
            entry("spark.driver.maxResultSize", "2640m"),
            entry("spark.dynamicAllocation.enabled", "false"),
            entry("spark.speculation", "false"));
  }

  @Test
  void withoutAGpuNoneIsAskedFor() {
    WorkerPlan plan = plan(Device.executor(16_384 * MIB));

    assertThat(plan.properties("/opt/gpus"))
        .doesNotContain("resource")
        .contains("--set training.batch=64 --set training.workers=8")
        .contains("They do not divide its memory.")
        .contains("\nspark.executor.memory 4024m\nspark.executor.memoryOverhead 12360m\n");
  }

  /** Spark starts floor(1 / share) tasks on a GPU and takes no share between 0.5 and 1. */
  @Test
  void sharesMakeAsManySlotsAsAreWanted() {
    assertThat((int) Math.floor(1 / 0.166667)).as("1/6, rounded up").isEqualTo(5);
    assertThat(SparkSettings.share(1)).isEqualTo("1");
    assertThat(SparkSettings.share(3)).isEqualTo("0.333333");
    for (int slots = 2; slots <= 100; slots++) {
      double share = Double.parseDouble(SparkSettings.share(slots));
      assertThat(share).isLessThanOrEqualTo(0.5);
      assertThat((int) Math.floor(1 / share)).isEqualTo(slots);
    }
  }

  private static WorkerPlan plan(Device device) {
    Capacity capacity = new Capacity(device, 0.1);
    Replica replica = worker();
    return new WorkerPlan(
        1,
        true,
        device,
        2,
        0.1,
        capacity.usable(),
        capacity.context(replica),
        64,
        DataType.FLOAT32,
        Helpers.OFF,
        new WorkerPlan.Worker(replica.bytes(), capacity.worker(replica), replica.terms(), null),
        new WorkerPlan.Workers(8, 4, 13, 8),
        new WorkerPlan.LargestBatch(512, 128),
        HostMemory.of(capacity, 4, replica),
        Aggregation.of(8, replica),
        new Dominant("conv", 0.5, "WS_ALL_LAYERS_ACT", 400 * MIB),
        List.of(),
        List.of());
  }
}
