package io.winnow.cli.report;

import io.winnow.core.profile.Profile;

/**
 * {@code profile/index.html}: one page that shows a person what a table is like. It stands for
 * itself: no scripts, and nothing is loaded from elsewhere.
 */
public final class ProfilePage {
  private ProfilePage() {}

  /**
   * The page.
   *
   * @param origin what was profiled, such as the id of a run
   */
  public static byte[] of(Profile profile, String origin) {
    return Templates.page("profile.ftlh", ProfileView.of(profile, origin));
  }
}
