package io.winnow.cli.report;

import io.winnow.core.manifest.Manifest;
import io.winnow.core.profile.Profile;
import io.winnow.network.estimate.Estimate;
import org.jspecify.annotations.Nullable;

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
   * @param found what else the run holds
   * @param path of the run's folder
   */
  public static byte[] of(Manifest manifest, Estimate estimate, Found found, String path) {
    return Templates.page("report.ftlh", ReportView.of(manifest, estimate, found, path));
  }

  /**
   * What only some runs have.
   *
   * @param scores of a classifier that was measured, or null
   * @param profile of a table that was profiled, or null
   */
  public record Found(@Nullable ScoreReport scores, @Nullable Profile profile) {
    /** Nothing. */
    public static final Found NOTHING = new Found(null, null);
  }
}
