package io.winnow.cli.job;

import io.winnow.cli.report.HtmlReport;
import io.winnow.cli.report.HtmlReport.Found;
import io.winnow.cli.report.MetricsFile;
import io.winnow.cli.report.ScoreReport;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Manifest;
import io.winnow.core.profile.Profile;
import io.winnow.network.estimate.Estimate;
import io.winnow.prepare.store.Run;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes {@code report/metrics.json} and {@code report/index.html}. */
final class ReportStage implements Stage {
  @Override
  public void run(Attempt attempt, JobContext context) {
    Manifest manifest = attempt.manifest();
    Estimate estimate = SizeStage.estimate(attempt);
    Run run = attempt.run();
    Found found =
        new Found(
            read(run, ScoreReport.FILE, ScoreReport::read),
            read(run, ProfileStage.FILE, Profile::read));
    run.write("report/metrics.json", MetricsFile.of(manifest));
    attempt.writePage("report/index.html", HtmlReport.of(manifest, estimate, found, run.path()));
  }

  @FunctionalInterface
  private interface Reader<T> {
    Optional<T> read(byte[] content) throws IOException;
  }

  /** A file that only some runs have. */
  private static <T> @Nullable T read(Run run, String name, Reader<T> reader) {
    try {
      return run.exists(name) ? reader.read(run.read(name)).orElse(null) : null;
    } catch (IOException e) {
      throw new WinnowException(
          ExitCode.FAULT, "%s: cannot be read: %s".formatted(run.path(name), e.getMessage()), e);
    }
  }
}
