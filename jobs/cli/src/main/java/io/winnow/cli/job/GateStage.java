package io.winnow.cli.job;

import io.winnow.core.config.GateConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.CurrentMetrics;
import io.winnow.core.manifest.GateReport;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.TestMetrics;
import io.winnow.core.metrics.Direction;
import io.winnow.core.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the test metrics against the declared bounds, and against the published model's. */
final class GateStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    MetricsReport metrics = attempt.manifest().metrics();
    if (metrics == null) {
      throw WinnowException.usage(
          "run '%s' has not been tested; use evaluate first".formatted(attempt.run().id()));
    }
    List<GateReport> gates = new ArrayList<>();
    attempt.config().gates().forEach((metric, bounds) -> add(gates, metric, bounds, metrics));
    attempt.draft().gates(gates);
    String refusals =
        gates.stream()
            .filter(gate -> !gate.passed())
            .map(GateStage::refusal)
            .collect(Collectors.joining("; "));
    if (!refusals.isEmpty()) {
      throw new WinnowException(
          ExitCode.GATE,
          "run '%s' is not published: %s; improve the model or change the gate"
              .formatted(attempt.run().id(), refusals));
    }
    if (isCompared(attempt)) {
      checkCurrent(attempt, metrics.current());
    }
  }

  static boolean isCompared(Attempt attempt) {
    return attempt.config().gates().values().stream().anyMatch(gate -> gate.tolerance() != null);
  }

  /** What was better than another model need not be better than the one of today. */
  private static void checkCurrent(Attempt attempt, @Nullable CurrentMetrics compared) {
    String before = compared == null ? null : compared.run();
    String now =
        Pointer.of(attempt.store(), attempt.run().pipeline()).map(Pointer::run).orElse(null);
    if (now != null && !now.equals(before)) {
      throw new WinnowException(
          ExitCode.GATE,
          "run '%s' is not published: it was compared with %s, and readers follow '%s' now; prepare and train again"
              .formatted(
                  attempt.run().id(), before == null ? "no model" : "'" + before + "'", now));
    }
  }

  private static void add(
      List<GateReport> gates, Metric metric, GateConfig bounds, MetricsReport metrics) {
    if (bounds.min() != null || bounds.max() != null) {
      gates.add(report(metric.key(), metric, metrics.test(), bounds.min(), bounds.max()));
    }
    Double tolerance = bounds.tolerance();
    CurrentMetrics current = metrics.current();
    Double before = current == null ? null : current.test().value(metric);
    if (tolerance != null && before != null) {
      boolean isBetterAbove = metric.direction() == Direction.HIGHER_IS_BETTER;
      gates.add(
          report(
              metric.key() + ".tolerance",
              metric,
              metrics.test(),
              isBetterAbove ? before - tolerance : null,
              isBetterAbove ? null : before + tolerance));
    }
  }

  private static GateReport report(
      String name,
      Metric metric,
      @Nullable TestMetrics test,
      @Nullable Double min,
      @Nullable Double max) {
    Double value = test == null ? null : test.value(metric);
    boolean passed =
        value != null && (min == null || value >= min) && (max == null || value <= max);
    return new GateReport(name, passed, value, min, max);
  }

  private static String refusal(GateReport gate) {
    if (gate.value() == null) {
      return "gates.%s: the test rows do not define it".formatted(gate.name());
    }
    Double min = gate.min();
    String of = gate.name().endsWith(".tolerance") ? " that the published model leaves it" : "";
    return min != null && gate.value() < min
        ? String.format(
            Locale.ROOT, "gates.%s: %.6g is below min %s%s", gate.name(), gate.value(), min, of)
        : String.format(
            Locale.ROOT,
            "gates.%s: %.6g is above max %s%s",
            gate.name(),
            gate.value(),
            gate.max(),
            of);
  }
}
