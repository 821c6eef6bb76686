package io.winnow.cli.job;

import io.winnow.cli.report.HtmlReport;
import io.winnow.cli.report.MetricsFile;
import io.winnow.core.manifest.Manifest;
import io.winnow.network.estimate.Estimate;

/** Writes {@code report/metrics.json} and {@code report/index.html}. */
final class ReportStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    Manifest manifest = attempt.manifest();
    Estimate estimate = SizeStage.estimate(attempt);
    attempt.write("report/metrics.json", MetricsFile.of(manifest));
    attempt.write("report/index.html", HtmlReport.of(manifest, estimate, attempt.run().path()));
  }
}
