package io.winnow.core.profile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.winnow.core.profile.ColumnProfile;
import io.winnow.core.profile.Correlation;
import io.winnow.core.profile.DistinctCount;
import io.winnow.core.profile.NumberSummary;
import io.winnow.core.profile.Profile;
import io.winnow.core.profile.Profile.RowSummary;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table of 10 rows: age 1 to 8, twice missing; job a, b, b, c, c, c, c, d, d, d. */
class ChecksTest {
  private static final RowLayout LAYOUT = new RowLayout(List.of("age"), List.of("job"));
  private static final double[] AGES = {1, 2, 3, 4, 5, 6, 7, 8, Double.NaN, Double.NaN};
  private static final String JOBS = "abbccccddd";

  @Test
  void completenessIsTheShareOfTheRowsWithAValue() {
    assertMeasured(check(CheckType.COMPLETENESS, "age", 0.8, null), 0.8, true);
    CheckResult refused =
        assertMeasured(check(CheckType.COMPLETENESS, "age", 0.81, null), 0.8, false);
    assertThat(Checks.refusal(List.of(refused)))
        .contains(
            "check 'completeness(age)': column 'age': 0.800000 of the rows have a value;"
                + " declared is at least 0.810000; mend the source, or change the check");
  }

  @Test
  void uniquenessIsDifferentValuesByRows() {
    assertMeasured(check(CheckType.UNIQUENESS, "job", 0.4, null), 0.4, true);
    assertMeasured(check(CheckType.UNIQUENESS, "job", 0.41, null), 0.4, false);
  }

  @Test
  void uniquenessIsCountedWhereTheProfileOnlyEstimates() {
    Profile estimated = profile(10, 4.5, new DistinctCount(9, DistinctCount.Method.HYPER_LOG_LOG));
    List<CheckConfig> checks = List.of(check(CheckType.UNIQUENESS, "age", 0.8, null));

    assertThat(Checks.results(checks, estimated, rows(), column -> 8, null).get(0).value())
        .isEqualTo(0.8);
  }

  @Test
  void rangeIncludesItsBoundsAndLeavesMissingCellsOut() {
    assertMeasured(check(CheckType.RANGE, "age", 1.0, 8.0), 1, true);
    assertMeasured(check(CheckType.RANGE, "age", 2.0, null), 7 / 8.0, false);
    assertMeasured(check(CheckType.RANGE, "age", null, 6.0), 6 / 8.0, false);
  }

  @Test
  void setsHoldTextsOrNumbers() {
    assertMeasured(values("job", 0.7, "a", "b", "c"), 0.7, true);
    assertMeasured(values("job", 0.71, "a", "b", "c"), 0.7, false);
    assertMeasured(values("age", 0.25, "1.0", "02", "99"), 0.25, true);
  }

  @Test
  void patternsMatchTheWholeValueAndWarningsEndNothing() {
    CheckConfig check =
        new CheckConfig(
            "letters",
            CheckType.REGEX,
            "job",
            null,
            null,
            null,
            null,
            null,
            null,
            "[ab]",
            Severity.WARNING);

    assertThat(Checks.refusal(List.of(assertMeasured(check, 0.3, false)))).isEmpty();
  }

  @Test
  void rowsAreCounted() {
    assertMeasured(check(CheckType.ROW_COUNT, null, 10.0, 10.0), 10, true);
    assertMeasured(check(CheckType.ROW_COUNT, null, 11.0, null), 10, false);
    assertMeasured(check(CheckType.ROW_COUNT, null, null, 9.0), 10, false);
  }

  @Test
  void changeIsRelativeToTheLastPublishedRun() {
    Profile before = profile(8, 5, new DistinctCount(8, DistinctCount.Method.EXACT));

    assertThat(result(change(ChangeMetric.ROW_COUNT, null, 0.25), before))
        .returns(true, CheckResult::passed)
        .returns(0.25, CheckResult::value);
    assertThat(result(change(ChangeMetric.ROW_COUNT, null, 0.24), before).passed()).isFalse();
    assertThat(result(change(ChangeMetric.MEAN, "age", 0.1), before).value()).isEqualTo(0.1);
    assertThat(result(change(ChangeMetric.DISTINCT, "age", 0), before).passed()).isTrue();
    assertThat(result(change(ChangeMetric.COMPLETENESS, "age", 0.3), before).value())
        .isCloseTo(0.2, offset(1e-12));
  }

  @Test
  void changeWithoutAnEarlierRunPassesAndSaysSo() {
    CheckResult result = result(change(ChangeMetric.ROW_COUNT, null, 0), null);

    assertThat(result.passed()).isTrue();
    assertThat(result.message()).contains("no earlier run to compare with");
  }

  @Test
  void isTheSameHoweverTheRowsAreDealtOut() {
    List<CheckConfig> checks = List.of(check(CheckType.RANGE, "age", 3.0, 7.0));

    assertThat(
            PartedRows.everyWay(LAYOUT, rows().parts().get(0))
                .map(parted -> Checks.results(checks, profile(), parted, column -> 0, null))
                .distinct())
        .hasSize(1);
  }

  private static CheckResult assertMeasured(CheckConfig check, double value, boolean passed) {
    CheckResult result = result(check, null);
    assertThat(result.value()).isEqualTo(value);
    assertThat(result.passed()).isEqualTo(passed);
    return result;
  }

  private static CheckResult result(CheckConfig check, @Nullable Profile before) {
    return Checks.results(List.of(check), profile(), rows(), column -> 0, before).get(0);
  }

  private static CheckConfig check(
      CheckType type, @Nullable String column, @Nullable Double min, @Nullable Double max) {
    return new CheckConfig(
        null, type, column, null, min, max, null, null, null, null, Severity.ERROR);
  }

  private static CheckConfig values(String column, double share, String... values) {
    return new CheckConfig(
        null,
        CheckType.SET,
        column,
        null,
        null,
        null,
        share,
        null,
        List.of(values),
        null,
        Severity.ERROR);
  }

  private static CheckConfig change(
      ChangeMetric metric, @Nullable String column, double tolerance) {
    return new CheckConfig(
        null,
        CheckType.CHANGE,
        column,
        metric,
        null,
        null,
        null,
        tolerance,
        null,
        null,
        Severity.ERROR);
  }

  private static PartedRows rows() {
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < AGES.length; i++) {
      TypedRow row = new TypedRow(LAYOUT);
      row.numbers[0] = AGES[i];
      row.texts[0] = JOBS.substring(i, i + 1);
      rows.add(row);
    }
    return PartedRows.whole(LAYOUT, rows);
  }

  private static Profile profile() {
    return profile(10, 4.5, new DistinctCount(8, DistinctCount.Method.EXACT));
  }

  /** Of a table that has 8 ages. */
  private static Profile profile(long rows, double mean, DistinctCount ages) {
    return new Profile(
        1,
        "small",
        new RowSummary(rows, 0, 0),
        List.of(),
        null,
        List.of(
            column("age", ColumnType.INTEGER, 8, rows, ages, mean),
            column(
                "job",
                ColumnType.CATEGORY,
                rows,
                rows,
                new DistinctCount(4, DistinctCount.Method.EXACT),
                null)),
        new Correlation(List.of(), List.of(), List.of()));
  }

  private static ColumnProfile column(
      String name,
      ColumnType type,
      long observed,
      long rows,
      DistinctCount distinct,
      @Nullable Double mean) {
    return new ColumnProfile(
        name,
        Role.FEATURE,
        type,
        type,
        observed,
        rows - observed,
        (double) (rows - observed) / rows,
        distinct,
        mean == null ? null : new NumberSummary(1, 8, mean, 2.29, 0, Map.of(), null),
        null,
        null,
        List.of(),
        List.of());
  }
}
