package io.winnow.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingTest {
  private static final ColumnSchema COLUMN =
      Tables.marked("a", ColumnType.NUMBER, null, "NA", "-999", "1e3");
  private static final Missing MISSING = Missing.of(Tables.of(COLUMN), COLUMN);

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "?", "NA", "-999", "1e3"})
  void isTheEmptyTextNanAndEveryMarkerOfTableAndColumn(String cell) {
    assertThat(MISSING.isMissing(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "0", "nan", "na", "null", "-999.0", "??"})
  void isNothingElse(String cell) {
    assertThat(MISSING.isMissing(cell)).isFalse();
  }

  @Test
  void ofNumbersIsNanAndTheValueOfAMarker() {
    assertThat(MISSING.isMissing(Double.NaN)).isTrue();
    assertThat(MISSING.isMissing(-999.0)).isTrue();
    assertThat(MISSING.isMissing(1000.0)).isTrue();
    assertThat(MISSING.isMissing(0.0)).isFalse();
    assertThat(MISSING.isMissing(999.0)).isFalse();
    assertThat(MISSING.isMissing(Double.POSITIVE_INFINITY)).isFalse();
  }

  @Test
  void aMarkerOfOneColumnMeansNothingInAnother() {
    ColumnSchema other = Tables.column("b", ColumnType.NUMBER);
    Missing missing = Missing.of(Tables.of(COLUMN, other), other);

    assertThat(missing.isMissing("NA")).isFalse();
    assertThat(missing.isMissing(-999.0)).isFalse();
    assertThat(missing.isMissing("?")).isTrue();
  }
}
