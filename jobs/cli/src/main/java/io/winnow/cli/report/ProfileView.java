package io.winnow.cli.report;

import io.winnow.cli.console.Choices;
import io.winnow.core.profile.Profile;
import io.winnow.core.profile.check.CheckResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a profile shows.
 *
 * @param cells missing cells of all columns
 * @param classes balance of the label; empty without classes
 * @param heatMap null with fewer than two numeric columns
 */
public record ProfileView(
    Profile profile,
    String origin,
    long accepted,
    long cells,
    String cellShare,
    List<CheckRow> checks,
    List<ProfileColumn> columns,
    List<Bar> classes,
    @Nullable HeatMap heatMap) {

  /**
   * A check.
   *
   * @param outcome {@code passed}, {@code warning} or {@code failed}
   */
  public record CheckRow(
      String name, String column, String value, String bound, String outcome, String message) {

    static CheckRow of(CheckResult check) {
      return new CheckRow(
          check.name(),
          check.column() == null ? "" : check.column(),
          check.value() == null ? "–" : Figures.of(check.value()),
          check.bound(),
          check.passed()
              ? "passed"
              : Choices.name(check.severity()).equals("error") ? "failed" : "warning",
          check.message());
    }
  }

  static ProfileView of(Profile profile, String origin) {
    List<ProfileColumn> columns = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      columns.add(ProfileColumn.of(profile.columns().get(i), i));
    }
    long missing = profile.columns().stream().mapToLong(column -> column.missing()).sum();
    long cells = profile.rows().accepted() * Math.max(1, columns.size());
    return new ProfileView(
        profile,
        origin,
        profile.rows().accepted(),
        missing,
        Figures.percent(cells == 0 ? 0 : (double) missing / cells),
        profile.checks().stream().map(CheckRow::of).toList(),
        columns,
        profile.label() == null ? List.of() : ProfileColumn.bars(profile.label().classes()),
        profile.correlation().columns().size() < 2 ? null : HeatMap.of(profile.correlation()));
  }
}
