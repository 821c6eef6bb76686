package io.winnow.network.plan;

import io.winnow.core.config.Json;
import io.winnow.network.estimate.MemorySize;
import io.winnow.network.estimate.MemoryTerm;
import io.winnow.network.estimate.ProcessEstimate;
import java.util.Locale;

/** The readable form of a plan. */
final class PlanText {
  private static final String NOTES =
      """
      Compared with measurements on the CPU backend: parameters, gradient, updater state, workspaces.
      By formula, not measured: the same on a GPU, pinned memory, what states take of a heap. Assumed:
      600 MiB for the CUDA context of a JVM, 1 GiB of heap for Spark (shards of the data come on top),
      384 MiB for a JVM beside its heap.
      Shares of a GPU that Spark gives to tasks control scheduling. They do not divide its memory.
      """;

  private final WorkerPlan plan;
  private final StringBuilder text = new StringBuilder();

  PlanText(WorkerPlan plan) {
    this.plan = plan;
  }

  String text() {
    boolean gpu = plan.device().kind() == Device.Kind.GPU;
    line(
        "device",
        "%s%s, %s; %s usable with a margin of %.0f %%, %s of a JVM before its workers",
        plan.device().name(),
        plan.device().capability() == null
            ? ""
            : ", compute capability " + plan.device().capability(),
        size(plan.device().bytes()),
        size(plan.usableBytes()),
        100 * plan.margin(),
        size(plan.contextBytes()));
    line(
        "worker",
        "%s at batch %d, %s, helpers %s",
        size(plan.worker().deviceBytes()),
        plan.batch(),
        name(plan.dtype()),
        name(plan.helpers()));
    for (MemoryTerm term : plan.worker().terms()) {
      line("", "%-24s %12s  %s", term.name(), size(term.bytes()), name(term.basis()));
    }
    ProcessEstimate process = plan.worker().process();
    if (process != null) {
      line(
          "process",
          "%s on the CPU, %s with its margin; calibrated, measured %s, worst error %.1f %%",
          size(process.bytes()),
          size(process.withMargin()),
          process.measuredOn(),
          100 * process.worstError());
    }
    line(
        "dominant",
        "layer %s (%.0f %% of the layers' memory), %s (%s)",
        plan.dominant().layer(),
        100 * plan.dominant().layerShare(),
        plan.dominant().term(),
        size(plan.dominant().termBytes()));
    fit(gpu ? "GPU" : "executor");
    host(gpu);
    plan.advice().forEach(this::advice);
    plan.warnings().forEach(warning -> line("warning", "%s", warning));
    return text.append(NOTES).toString();
  }

  private void fit(String device) {
    line(
        "workers",
        "%d on %d %s%s, %d on each; one holds %d in one JVM, or %d in JVMs of their own: %s",
        plan.workers().wanted(),
        plan.devices(),
        device,
        plan.devices() == 1 ? "" : "s",
        plan.workers().perDevice(),
        plan.workers().inOneJvm(),
        plan.workers().inOwnJvms(),
        plan.fits() ? "fits" : "DOES NOT FIT");
    line(
        "batch",
        "at most %,d with %d on each, %,d with one",
        plan.largestBatch().perDevice(),
        plan.workers().perDevice(),
        plan.largestBatch().oneWorker());
  }

  private void host(boolean gpu) {
    line(
        "host",
        "heap %s, memoryOverhead %s%s",
        size(plan.host().heap()),
        size(plan.host().overhead()),
        gpu ? ", of it pinned " + size(plan.host().pinned()) : "");
    line(
        "driver",
        "%s a round in one level, maxResultSize %s, heap %s",
        size(plan.aggregation().roundBytes()),
        size(plan.aggregation().maxResultSize()),
        size(plan.aggregation().heap()));
  }

  private void advice(Advice advice) {
    line(
        "advice",
        "%s: %s a worker%s%s",
        advice.change(),
        size(advice.workerBytes()),
        advice.savedBytes() > 0 ? ", %s less".formatted(size(advice.savedBytes())) : "",
        advice.fits() ? ", fits" : ", not enough alone");
  }

  private void line(String topic, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "%-10s", topic))
        .append(String.format(Locale.ROOT, format, values).stripTrailing())
        .append('\n');
  }

  private static String size(long bytes) {
    return MemorySize.readable(bytes);
  }

  private static String name(Enum<?> value) {
    return Json.MAPPER.valueToTree(value).asText();
  }
}
