package io.winnow.cli.report;

import io.winnow.cli.console.Choices;
import io.winnow.core.profile.ColumnProfile;
import io.winnow.core.profile.DistinctCount;
import io.winnow.core.profile.NumberSummary;
import io.winnow.core.profile.TopValues;
import io.winnow.core.profile.TopValues.TopValue;
import io.winnow.core.schema.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column as the page shows it.
 *
 * @param type declared type, or the inferred one
 * @param inferred where it differs from the declared one, else empty
 * @param missing cells
 * @param distinct different values, with a sign where they are estimated; empty of a sensitive one
 * @param summary the column in a few words
 * @param figures statistics by name
 * @param top most frequent values
 * @param topNote what the list of values leaves out
 */
public record ProfileColumn(
    String anchor,
    String name,
    String type,
    String inferred,
    String role,
    long missing,
    String missingShare,
    double missingPercent,
    String distinct,
    String summary,
    List<Fact> figures,
    @Nullable HistogramChart histogram,
    List<Bar> top,
    String topNote,
    List<String> notes) {

  /** A statistic. */
  public record Fact(String name, String value) {}

  private static final Map<String, String> QUANTILES =
      Map.of(
          "0.01", "1 %", "0.05", "5 %", "0.25", "25 %", "0.5", "median", "0.75", "75 %", "0.95",
          "95 %", "0.99", "99 %");

  static ProfileColumn of(ColumnProfile column, int index) {
    String declared = column.declaredType() == null ? "" : Choices.name(column.declaredType());
    String inferred = column.inferredType() == null ? "" : Choices.name(column.inferredType());
    return new ProfileColumn(
        "c" + index,
        column.name(),
        declared.isEmpty() ? inferred : declared,
        declared.isEmpty() || declared.equals(inferred) ? "" : inferred,
        column.role() == Role.FEATURE ? "" : Choices.name(column.role()),
        column.missing(),
        Figures.percent(column.missingShare()),
        100 * column.missingShare(),
        distinct(column.distinct()),
        summary(column),
        figures(column),
        column.numbers() == null || column.numbers().histogram() == null
            ? null
            : HistogramChart.of(column.numbers().histogram()),
        top(column.topValues()),
        topNote(column),
        column.notes());
  }

  private static String distinct(@Nullable DistinctCount distinct) {
    if (distinct == null) {
      return "";
    }
    return (distinct.isExact() ? "" : "≈ ") + Figures.of((double) distinct.count());
  }

  private static String summary(ColumnProfile column) {
    if (column.role() == Role.SENSITIVE) {
      return "sensitive: not shown";
    }
    NumberSummary numbers = column.numbers();
    if (numbers != null) {
      return "%s … %s".formatted(Figures.of(numbers.min()), Figures.of(numbers.max()));
    }
    TopValues top = column.topValues();
    if (top != null && !top.values().isEmpty()) {
      TopValue first = top.values().get(0);
      if (first.rows() == 1 && top.values().size() > 1) {
        return "no value twice";
      }
      return "%s %s".formatted(Figures.shortened(first.value()), Figures.percent(first.share()));
    }
    return "";
  }

  private static List<Fact> figures(ColumnProfile column) {
    List<Fact> facts = new ArrayList<>();
    NumberSummary numbers = column.numbers();
    if (numbers != null) {
      facts.add(new Fact("mean", Figures.of(numbers.mean())));
      if (numbers.standardDeviation() != null) {
        facts.add(new Fact("σ", Figures.of(numbers.standardDeviation())));
      }
      facts.add(new Fact("min", Figures.of(numbers.min())));
      numbers
          .quantiles()
          .forEach((p, x) -> facts.add(new Fact(QUANTILES.getOrDefault(p, p), Figures.of(x))));
      facts.add(new Fact("max", Figures.of(numbers.max())));
      facts.add(new Fact("zeros", Figures.of((double) numbers.zeros())));
    }
    if (column.texts() != null) {
      facts.add(
          new Fact(
              "characters",
              "%d … %d, mean %s"
                  .formatted(
                      column.texts().shortest(),
                      column.texts().longest(),
                      Figures.of(column.texts().mean()))));
    }
    return facts;
  }

  private static List<Bar> top(@Nullable TopValues top) {
    if (top == null || top.values().isEmpty() || top.values().get(0).rows() == 1) {
      return List.of();
    }
    return bars(top.values());
  }

  /** Values as bars, the longest of which is the first. */
  static List<Bar> bars(List<TopValue> values) {
    double longest = values.stream().mapToLong(TopValue::rows).max().orElse(1);
    return values.stream()
        .map(
            value ->
                new Bar(
                    Figures.shortened(value.value()),
                    value.rows(),
                    100 * value.rows() / longest,
                    value.share()))
        .toList();
  }

  private static String topNote(ColumnProfile column) {
    DistinctCount distinct = column.distinct();
    if (distinct == null || column.observed() == 0) {
      return "";
    }
    TopValues top = column.topValues();
    if (top == null) {
      return "More different values than are counted one by one; none is listed.";
    }
    if (!top.values().isEmpty() && top.values().get(0).rows() == 1) {
      return "No value occurs twice.";
    }
    return top.complete()
        ? ""
        : "The most frequent %d of %s different values."
            .formatted(top.values().size(), Figures.of((double) distinct.count()));
  }
}
