package io.winnow.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * The saved model.
 *
 * @param path of the bundle, relative to the run
 * @param sha256 of the bundle's own manifest, which holds the checksums of its files
 * @param reload null until the bundle has been loaded again
 */
public record ModelReport(String path, String sha256, @Nullable ReloadReport reload) {

  /**
   * What the loaded model predicts for rows whose predictions were recorded before saving.
   *
   * @param verified whether every prediction is near enough
   * @param rows compared
   * @param maxAbsDifference greatest difference of one output
   */
  public record ReloadReport(boolean verified, int rows, double maxAbsDifference) {}
}
