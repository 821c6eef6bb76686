package io.winnow.core.profile.check;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.schema.Numeral;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts, for each check that looks at values one by one, those that conform. */
final class ConformingState implements RowState<ConformingState> {
  private static final long serialVersionUID = 1L;

  private final Test[] tests;
  private final long[] conforming;

  ConformingState(List<CheckConfig> checks, RowLayout layout) {
    tests = checks.stream().map(check -> test(check, layout)).toArray(Test[]::new);
    conforming = new long[tests.length];
  }

  @Override
  public void add(TypedRow row) {
    for (int i = 0; i < tests.length; i++) {
      if (tests[i].conforms(row)) {
        conforming[i]++;
      }
    }
  }

  @Override
  public void merge(ConformingState other) {
    for (int i = 0; i < conforming.length; i++) {
      conforming[i] += other.conforming[i];
    }
  }

  /** Values that conform to the check at that position. */
  long conforming(int check) {
    return conforming[check];
  }

  private static Test test(CheckConfig check, RowLayout layout) {
    String column = String.valueOf(check.column());
    int number = layout.number(column);
    int text = layout.text(column);
    List<String> values = check.values() == null ? List.of() : check.values();
    return switch (check.type()) {
      case RANGE -> new Within(number, bound(check.min(), -1), bound(check.max(), 1));
      case SET ->
          number >= 0
              ? new OneNumber(number, values.stream().mapToDouble(Numeral::parse).toArray())
              : new OneText(text, new HashSet<>(values));
      case REGEX -> new Matching(text, Pattern.compile(String.valueOf(check.pattern())));
      case COMPLETENESS, UNIQUENESS, ROW_COUNT, CHANGE ->
          throw new IllegalArgumentException(check.title() + " does not look at values");
    };
  }

  private static double bound(@Nullable Double declared, int sign) {
    return declared == null ? sign * Double.POSITIVE_INFINITY : declared;
  }

  /** Whether the cell of a row is observed and conforms. */
  private sealed interface Test extends Serializable {
    boolean conforms(TypedRow row);
  }

  private record Within(int column, double min, double max) implements Test {
    @Override
    public boolean conforms(TypedRow row) {
      return row.numbers[column] >= min && row.numbers[column] <= max;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record OneNumber(int column, double[] values) implements Test {
    @Override
    public boolean conforms(TypedRow row) {
      return Arrays.stream(values).anyMatch(value -> value == row.numbers[column]);
    }
  }

  private record OneText(int column, Set<String> values) implements Test {
    @Override
    public boolean conforms(TypedRow row) {
      String text = row.texts[column];
      return text != null && values.contains(text);
    }
  }

  private record Matching(int column, Pattern pattern) implements Test {
    @Override
    public boolean conforms(TypedRow row) {
      String text = row.texts[column];
      return text != null && pattern.matcher(text).matches();
    }
  }
}
