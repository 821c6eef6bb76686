package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.profile.check.CheckConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declared checks: what each type takes, and of which columns. */
class ChecksConfigTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          {type: completeness, min: 1}¦'completeness' needs 'column'; add it
          {type: completeness, column: age}¦'completeness(age)' needs 'min'; add it
          {type: completeness, column: age, min: 1, values: [1]}¦'completeness(age)' does not take 'values'; remove it
          {type: range, column: age}¦'range(age)' needs 'min', 'max' or both
          {type: range, column: age, min: 3, max: 2}¦'range(age)' has a min above its max; exchange them
          {type: range, column: job, min: 3}¦'range(job)' is for numbers; column 'job' has none
          {type: set, column: age, values: [a]}¦'a' is not a number, as the column's values are
          {type: regex, column: age, pattern: a}¦'regex(age)' is for texts; use type range or set
          {type: regex, column: job, pattern: '('}¦'(' is not a regular expression: Unclosed group
          {type: rowCount, column: age, min: 3}¦'rowCount(age)' does not take 'column'; remove it
          {type: change, metric: mean, tolerance: 1}¦'change(mean)' needs 'column'; add it
          {type: change, metric: mean, column: job, tolerance: 1}¦'change(mean of job)' is for numbers; column 'job' has none
          {type: completeness, column: wage, min: 1}¦'wage' is not a column of the schema; it has
          """)
  void whatCouldNotBeMeasuredIsRefused(String check, String message) {
    assertThatThrownBy(() -> ConfigFiles.load("minimal.yaml", "checks=[" + check + "]"))
        .hasMessageContaining(message)
        .hasMessageContaining("minimal.yaml: checks.0")
        .isInstanceOfSatisfying(
            WinnowException.class,
            thrown -> assertThat(thrown.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void twoOfTheSameNeedNames() {
    String check = "{type: range, column: age, min: 1}";

    assertThatThrownBy(
            () -> ConfigFiles.load("minimal.yaml", "checks=[%s, %s]".formatted(check, check)))
        .hasMessageContaining("checks.1: 'range(age)' stands twice; give one a name");
  }

  @Test
  void severityIsErrorUnlessDeclared() {
    var checks =
        ConfigFiles.load(
                "minimal.yaml",
                "checks=[{type: rowCount, min: 1}, {type: change, metric: rowCount, tolerance: 0.5, severity: warning}]")
            .pipeline()
            .checks();

    assertThat(checks)
        .extracting(CheckConfig::title)
        .containsExactly("rowCount", "change(rowCount)");
    assertThat(checks)
        .extracting(check -> check.severity().name())
        .containsExactly("ERROR", "WARNING");
  }
}
