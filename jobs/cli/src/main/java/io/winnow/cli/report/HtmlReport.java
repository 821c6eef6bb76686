package io.winnow.cli.report;

import io.winnow.core.manifest.Manifest;
import io.winnow.network.estimate.Estimate;

/**
 * {@code report/index.html}: one page that tells a person what a run did. It stands for itself: no
 * scripts, and nothing is loaded from elsewhere.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * The page.
   *
   * @param estimate memory of one worker, layer by layer
   * @param path of the run's folder
   */
  public static byte[] of(Manifest manifest, Estimate estimate, String path) {
    return Templates.page("report.ftlh", ReportView.of(manifest, estimate, path));
  }
}
