package io.winnow.cli.job;

import io.winnow.core.config.GateConfig;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.GateReport;
import io.winnow.core.manifest.MetricsReport;
import io.winnow.core.manifest.TestMetrics;
import io.winnow.core.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the test metrics against the declared bounds. */
final class GateStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    MetricsReport metrics = attempt.manifest().metrics();
    if (metrics == null) {
      throw WinnowException.usage(
          "run '%s' has not been tested; use evaluate first".formatted(attempt.run().id()));
    }
    List<GateReport> gates = new ArrayList<>();
    attempt
        .config()
        .gates()
        .forEach((metric, bounds) -> gates.add(report(metric, bounds, metrics.test())));
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
  }

  static GateReport report(Metric metric, GateConfig bounds, @Nullable TestMetrics test) {
    Double value = test == null ? null : test.value(metric);
    Double min = bounds.min();
    Double max = bounds.max();
    boolean passed =
        value != null && (min == null || value >= min) && (max == null || value <= max);
    return new GateReport(metric.key(), passed, value, min, max);
  }

  private static String refusal(GateReport gate) {
    if (gate.value() == null) {
      return "gates.%s: the test rows do not define it".formatted(gate.name());
    }
    Double min = gate.min();
    return min != null && gate.value() < min
        ? String.format(
            Locale.ROOT, "gates.%s: %.6g is below min %s", gate.name(), gate.value(), min)
        : String.format(
            Locale.ROOT, "gates.%s: %.6g is above max %s", gate.name(), gate.value(), gate.max());
  }
}
