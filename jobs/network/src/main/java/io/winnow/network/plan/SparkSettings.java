package io.winnow.network.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Spark settings of a plan: one executor on each device, one task for each worker. */
final class SparkSettings {
  private static final long MIB = 1L << 20;
  private static final MathContext SHARE = new MathContext(6, RoundingMode.DOWN);

  private final WorkerPlan plan;
  private final String discoveryScript;

  SparkSettings(WorkerPlan plan, String discoveryScript) {
    this.plan = plan;
    this.discoveryScript = discoveryScript;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # For scripts/submit --properties-file. Trained as planned with
        #   --set training.batch=%d --set training.workers=%d
        # Shares of a GPU say how many tasks Spark starts on it. They do not divide its memory.
        """
            .formatted(plan.batch(), plan.workers().wanted()));
    if (plan.device().kind() == Device.Kind.GPU) {
      text.append(
          """
          # Workers of a standalone cluster must offer their GPUs: spark.worker.resource.gpu.amount and
          # spark.worker.resource.gpu.discoveryScript.
          """);
    }
    settings().forEach((key, value) -> text.append(key).append(' ').append(value).append('\n'));
    return text.toString();
  }

  Map<String, String> settings() {
    int slots = plan.workers().perDevice();
    Map<String, String> settings = new LinkedHashMap<>();
    if (plan.device().kind() == Device.Kind.GPU) {
      settings.put("spark.executor.resource.gpu.amount", "1");
      settings.put("spark.task.resource.gpu.amount", share(slots));
      settings.put("spark.executor.resource.gpu.discoveryScript", discoveryScript);
    }
    settings.put("spark.executor.instances", String.valueOf(plan.devices()));
    settings.put("spark.executor.cores", String.valueOf(slots));
    settings.put("spark.task.cpus", "1");
    settings.put("spark.cores.max", String.valueOf((long) slots * plan.devices()));
    settings.put("spark.executor.memory", mebibytes(plan.host().heap()));
    settings.put("spark.executor.memoryOverhead", mebibytes(plan.host().overhead()));
    settings.put(
        "spark.executor.extraJavaOptions",
        "-Dorg.bytedeco.javacpp.maxbytes=%s -Dorg.bytedeco.javacpp.maxphysicalbytes=%s"
            .formatted(
                mebibytes(plan.host().offHeap()),
                mebibytes(plan.host().heap() + plan.host().overhead())));
    settings.put("spark.executorEnv.OMP_NUM_THREADS", "1");
    // As the processes were started that predictions are calibrated with.
    settings.put("spark.executorEnv.MALLOC_MMAP_THRESHOLD_", "131072");
    settings.put("spark.driver.memory", mebibytes(plan.aggregation().heap()));
    settings.put("spark.driver.maxResultSize", mebibytes(plan.aggregation().maxResultSize()));
    settings.put("spark.dynamicAllocation.enabled", "false");
    settings.put("spark.speculation", "false");
    return settings;
  }

  /** 1/n, rounded down: Spark starts ⌊1 ÷ share⌋ tasks, and 1/6 rounded up would make it 5. */
  static String share(int slots) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(slots), SHARE).toPlainString();
  }

  private static String mebibytes(long bytes) {
    return bytes / MIB + "m";
  }
}
