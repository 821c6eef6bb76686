package io.winnow.cli.report;

import io.winnow.network.estimate.Estimate;
import io.winnow.network.estimate.Phase;

/**
 * One page that shows where the memory of a network goes. It stands for itself: no scripts, and
 * nothing is loaded from elsewhere.
 */
public final class EstimatePage {
  private EstimatePage() {}

  /**
   * The page.
   *
   * @param network where it was read from
   */
  public static byte[] of(Estimate estimate, Phase phase, String network) {
    return Templates.page("estimate.ftlh", EstimateView.of(estimate, phase, network));
  }
}
