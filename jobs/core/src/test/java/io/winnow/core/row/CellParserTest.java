package io.winnow.core.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.schema.Tables;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellParserTest {
  private static final ColumnSchema NUMBER = Tables.column("a", ColumnType.NUMBER);
  private static final ColumnSchema INTEGER = Tables.column("a", ColumnType.INTEGER);
  private static final ColumnSchema CATEGORY = Tables.column("a", ColumnType.CATEGORY);

  @ParameterizedTest
  @CsvSource({
    "12, 12.0",
    "' 12 ', 12.0",
    "12., 12.0",
    ".5, 0.5",
    "+7, 7.0",
    "-0, -0.0",
    "007, 7.0",
    "6.02e23, 6.02e23",
    "1E-3, 0.001",
    "0.1, 0.1",
    "9007199254740993, 9007199254740992.0",
    "1e-400, 0.0",
  })
  void readsDecimalNumbers(String cell, double expected) throws CellException {
    assertThat(parser(NUMBER).number(cell)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1d",
        "1f",
        "0x10",
        "0x1p3",
        "Infinity",
        "-inf",
        "nan",
        "1_000",
        "1,5",
        "1 000",
        "１２",
        "abc",
        "--1",
        "1e",
        "e5",
        ".",
        "-",
        "1\u0000",
        "\u00001"
      })
  void refusesWhatIsNoDecimalNumber(String cell) {
    assertRefused(NUMBER, cell, "a: '" + cell + "' is not a number");
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertRefused(NUMBER, "1e400", "a: '1e400' is not a finite number");
    assertRefused(NUMBER, "-1e400", "a: '-1e400' is not a finite number");
    assertRefused(NUMBER, Double.POSITIVE_INFINITY, "a: 'Infinity' is not a finite number");
  }

  @Test
  void wholeNumbersHaveNoFraction() throws CellException {
    assertThat(parser(INTEGER).number("5.0")).isEqualTo(5);
    assertThat(parser(INTEGER).number("1e3")).isEqualTo(1000);
    assertRefused(INTEGER, "5.5", "a: '5.5' is not a whole number");
    assertRefused(INTEGER, -0.25, "a: '-0.25' is not a whole number");
  }

  @Test
  void boundsAreInclusive() throws CellException {
    ColumnSchema column = Tables.bounded("a", ColumnType.INTEGER, 18.0, 120.0);

    assertThat(parser(column).number("18")).isEqualTo(18);
    assertThat(parser(column).number("120")).isEqualTo(120);
    assertRefused(column, "17", "a: '17' is below the least value 18.0");
    assertRefused(column, 121L, "a: '121' is above the greatest value 120.0");
  }

  @Test
  void typedCellsAreReadAsTheirTextWouldBe() throws CellException {
    CellParser number = parser(NUMBER);

    assertThat(number.number(5)).isEqualTo(number.number("5"));
    assertThat(number.number(5L)).isEqualTo(5);
    assertThat(number.number(0.5f)).isEqualTo(0.5);
    assertThat(number.number(new BigDecimal("0.1"))).isEqualTo(number.number("0.1"));
    assertThat(parser(CATEGORY).text(true)).isEqualTo("true");
    assertThat(parser(CATEGORY).text(7L)).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "NaN", " NaN ", "?", "-999", "-999.0", " NA", "? kg", "kg"})
  void aMissingNumberIsNan(String cell) throws CellException {
    ColumnSchema column = Tables.marked("a", ColumnType.NUMBER, "kg", "-999", "NA");

    assertThat(parser(column).number(cell)).isNaN();
  }

  @Test
  void aMissingTypedNumberIsNan() throws CellException {
    ColumnSchema column = Tables.marked("a", ColumnType.INTEGER, null, "-999");

    assertThat(parser(column).number(null)).isNaN();
    assertThat(parser(column).number(Double.NaN)).isNaN();
    assertThat(parser(column).number(Float.NaN)).isNaN();
    assertThat(parser(column).number(-999)).isNaN();
    assertThat(parser(column).number(new BigDecimal("-999.00"))).isNaN();
  }

  @Test
  void aMissingTextIsNull() throws CellException {
    CellParser parser = parser(Tables.marked("a", ColumnType.CATEGORY, ".", "n/a"));

    assertThat(parser.text(null)).isNull();
    assertThat(parser.text(" ")).isNull();
    assertThat(parser.text("n/a.")).isNull();
    assertThat(parser.text("NaN")).isNull();
    assertThat(parser.text("N/A")).isEqualTo("N/A");
  }

  @Test
  void aSuffixIsStrippedOnceFromTheEndAndBlanksBeforeIt() throws CellException {
    CellParser category = parser(Tables.marked("a", ColumnType.CATEGORY, "."));
    assertThat(category.text(" <=50K. ")).isEqualTo("<=50K");
    assertThat(category.text("a..")).isEqualTo("a.");
    assertThat(category.text("a.b")).isEqualTo("a.b");

    assertThat(parser(Tables.marked("a", ColumnType.NUMBER, "%")).number("12 %")).isEqualTo(12);
  }

  @Test
  void blanksStayWhereTheTableSaysSo() throws CellException {
    TableSchema table = Tables.untrimmed(Tables.of(CATEGORY));

    assertThat(new CellParser(table, CATEGORY).text(" a ")).isEqualTo(" a ");
    assertThat(catchRefusal(new CellParser(table, NUMBER), " 12").reason(CellException.Shown.VALUE))
        .isEqualTo("a: ' 12' is not a number");
  }

  @Test
  void onlyAllowedTextsPass() throws CellException {
    CellParser parser = parser(Tables.allowing("a", Role.FEATURE, "yes", "no"));

    assertThat(parser.text(" yes ")).isEqualTo("yes");
    assertThat(parser.text("?")).isNull();
    CellException refusal = catchThrowableOfType(CellException.class, () -> parser.text("maybe"));
    assertThat(refusal.reason(CellException.Shown.VALUE))
        .isEqualTo("a: 'maybe' is not one of yes, no");
    assertThat(refusal.reason(CellException.Shown.HIDDEN))
        .isEqualTo("a: the value is not one of yes, no");
  }

  private static CellParser parser(ColumnSchema column) {
    return new CellParser(Tables.of(column), column);
  }

  private static void assertRefused(ColumnSchema column, Object cell, String reason) {
    assertThat(catchRefusal(parser(column), cell).reason(CellException.Shown.VALUE))
        .isEqualTo(reason);
  }

  private static CellException catchRefusal(CellParser parser, @Nullable Object cell) {
    return catchThrowableOfType(CellException.class, () -> parser.number(cell));
  }
}
