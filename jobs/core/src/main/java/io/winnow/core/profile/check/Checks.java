package io.winnow.core.profile.check;

import io.winnow.core.config.Json;
import io.winnow.core.profile.ColumnProfile;
import io.winnow.core.profile.DistinctCounter;
import io.winnow.core.profile.Profile;
import io.winnow.core.scan.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a profile and its rows against declared checks. */
public final class Checks {
  private final Profile profile;
  private final @Nullable Profile before;
  private final DistinctCounter exact;

  private Checks(Profile profile, @Nullable Profile before, DistinctCounter exact) {
    this.profile = profile;
    this.before = before;
    this.exact = exact;
  }

  /**
   * The results, in the order of the checks; scans the rows once if values have to be looked at.
   *
   * @param before profile of the last published run, or null where there is none
   */
  public static List<CheckResult> results(
      List<CheckConfig> checks,
      Profile profile,
      Rows rows,
      DistinctCounter exact,
      @Nullable Profile before) {
    List<CheckConfig> perValue = checks.stream().filter(c -> c.type().isPerValue()).toList();
    ConformingState state = new ConformingState(perValue, rows.layout());
    ConformingState conforming = perValue.isEmpty() ? state : rows.scan(state);
    Checks measured = new Checks(profile, before, exact);
    List<CheckResult> results = new ArrayList<>();
    int next = 0;
    for (CheckConfig check : checks) {
      results.add(
          check.type().isPerValue()
              ? measured.values(check, conforming.conforming(next++))
              : measured.figure(check));
    }
    return results;
  }

  /** One line that tells of the checks that end the run, if any does. */
  public static Optional<String> refusal(List<CheckResult> results) {
    List<String> refused =
        results.stream().filter(CheckResult::isRefused).map(CheckResult::message).toList();
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refused.stream().collect(Collectors.joining("; "))
                + "; mend the source, or change the check");
  }

  private CheckResult figure(CheckConfig check) {
    double rows = profile.rows().accepted();
    return switch (check.type()) {
      case ROW_COUNT -> bounded(check, rows, "rows");
      case COMPLETENESS ->
          bounded(
              check,
              rows == 0 ? null : column(check).observed() / rows,
              "of the rows have a value");
      case UNIQUENESS ->
          bounded(check, rows == 0 ? null : distinct(check) / rows, "different values per row");
      case CHANGE -> change(check);
      case RANGE, SET, REGEX ->
          throw new IllegalArgumentException(check.title() + " looks at values");
    };
  }

  private CheckResult bounded(CheckConfig check, @Nullable Double value, String what) {
    Double min = check.min();
    Double max = check.max();
    boolean passed =
        value != null && (min == null || value >= min) && (max == null || value <= max);
    List<String> bounds = new ArrayList<>();
    if (min != null) {
      bounds.add("at least " + number(min));
    }
    if (max != null) {
      bounds.add("at most " + number(max));
    }
    String bound = String.join(", ", bounds);
    String measured = value == null ? "no rows" : number(value) + " " + what;
    return result(check, passed, value, bound, measured + "; declared is " + bound);
  }

  /** A column without a value holds no value that could be wrong. */
  private CheckResult values(CheckConfig check, long conforming) {
    long observed = column(check).observed();
    Double share = observed == 0 ? null : (Double) ((double) conforming / observed);
    boolean passed = share == null || share >= check.leastShare();
    String bound = "at least %s %s".formatted(number(check.leastShare()), kind(check));
    String message =
        share == null
            ? "no values; declared is " + bound
            : "%s of the values (%s of %s) are %s; declared is at least %s"
                .formatted(
                    number(share),
                    number((double) conforming),
                    number((double) observed),
                    kind(check),
                    number(check.leastShare()));
    return result(check, passed, share, bound, message);
  }

  private static String kind(CheckConfig check) {
    Double min = check.min();
    Double max = check.max();
    return switch (check.type()) {
      case RANGE ->
          "within [%s, %s]"
              .formatted(min == null ? "-∞" : number(min), max == null ? "∞" : number(max));
      case SET -> "in the set of " + (check.values() == null ? 0 : check.values().size());
      case REGEX -> "like " + check.pattern();
      case COMPLETENESS, UNIQUENESS, ROW_COUNT, CHANGE -> "";
    };
  }

  private CheckResult change(CheckConfig check) {
    ChangeMetric metric = check.metric();
    Double tolerance = check.tolerance();
    if (metric == null || tolerance == null) {
      throw new IllegalArgumentException(check.title() + " has no metric or tolerance");
    }
    String name = Json.MAPPER.valueToTree(metric).asText();
    String bound = "changes by at most %s of its value".formatted(number(tolerance));
    Double now = metric.of(profile, check.column());
    Double then = before == null ? null : metric.of(before, check.column());
    if (now == null || then == null) {
      return result(check, true, null, bound, "no earlier run to compare with");
    }
    double change = now.equals(then) ? 0 : Math.abs(now - then) / Math.abs(then);
    String message =
        "%s was %s and is %s, a change by %s; declared is at most %s"
            .formatted(name, number(then), number(now), number(change), number(tolerance));
    // Nothing is a tolerable change of zero.
    Double shown = Double.isFinite(change) ? change : null;
    return result(check, change <= tolerance, shown, bound, message);
  }

  private double distinct(CheckConfig check) {
    ColumnProfile column = column(check);
    return column.distinct() != null && column.distinct().isExact()
        ? column.distinct().count()
        : exact.count(column.name());
  }

  private ColumnProfile column(CheckConfig check) {
    String name = String.valueOf(check.column());
    return profile
        .column(name)
        .orElseThrow(() -> new IllegalArgumentException("the profile has no column " + name));
  }

  private static CheckResult result(
      CheckConfig check, boolean passed, @Nullable Double value, String bound, String measured) {
    String where = check.column() == null ? "" : "column '%s': ".formatted(check.column());
    return new CheckResult(
        check.title(),
        check.type(),
        check.column(),
        check.severity(),
        passed,
        value,
        bound,
        "check '%s': %s%s".formatted(check.title(), where, measured));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }
}
