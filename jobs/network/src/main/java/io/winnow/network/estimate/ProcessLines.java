package io.winnow.network.estimate;

import java.util.Locale;

/** The readable form of the growth of a process. */
final class ProcessLines {
  private ProcessLines() {}

  static String of(ProcessEstimate process) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-34s %12s  calibrated on the %s backend, %s, %s: mean error %.1f %%, worst %.1f %%%n",
            "process",
            EstimateTable.readable(process.bytes()),
            process.backend().toUpperCase(Locale.ROOT),
            process.measuredOn(),
            process.processor(),
            100 * process.meanError(),
            100 * process.worstError()));
    text.append(
        String.format(
            Locale.ROOT,
            "%-34s %12s%n",
            "process, with its margin",
            EstimateTable.readable(process.withMargin())));
    if (process.garbagePerPass() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-34s %12s  until the Java heap is collected%n",
              "every further pass",
              EstimateTable.readable(process.garbagePerPass())));
    }
    return text.toString();
  }
}
