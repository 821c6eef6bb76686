package io.winnow.core.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.config.SensitiveConfig;
import io.winnow.core.config.SensitiveConfig.Action;
import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.schema.Tables;
import io.winnow.core.statistics.JavaSerialization;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitiveCellsTest {
  private static final String KEY = "an example of a key";
  private static final LabelConfig LABEL =
      new LabelConfig("label", null, null, MissingLabel.DROP, LabelScale.STANDARD);

  /** {@code printf %s TEXT | openssl dgst -sha256 -hmac 'an example of a key' | cut -c1-32}. */
  @ParameterizedTest
  @CsvSource({
    "ann@example.org, 9307e549f9612432f8f18a4318cb43fc",
    "bøb@example.org, ab5c0c781964a7a58be6424566ea0fd2",
  })
  void aHashIsTheKeyedOneOfOpenssl(String text, String expected) {
    assertThat(treatment(new SensitiveConfig.Column(Action.HASH, null, null), text))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0171 5550199, , 3, *********199",
    "0171 5550199, 4, , 0171********",
    "0171 5550199, 2, 2, 01********99",
    "abc, 1, 2, ***",
    "abcd, 1, 2, a*cd",
    "\uD83D\uDE00x\uD83D\uDE00y, 1, 0, \uD83D\uDE00***",
  })
  void aMaskKeepsTheEndsOfALongerText(
      String text, @Nullable Integer first, @Nullable Integer last, String expected) {
    assertThat(treatment(new SensitiveConfig.Column(Action.MASK, first, last), text))
        .isEqualTo(expected);
  }

  @Test
  void theKeyIsReadFromTheVariableThatIsNamed() {
    assertThatThrownBy(() -> SensitiveCells.of(config(hash()), name -> null))
        .isInstanceOf(WinnowException.class)
        .hasMessage(
            "sensitive.keyVariable: environment variable 'SALT' is not set; set it to a secret of 16 characters or more")
        .satisfies(e -> assertThat(((WinnowException) e).exitCode()).isEqualTo(ExitCode.USAGE));
    assertThatThrownBy(() -> SensitiveCells.of(config(hash()), name -> "too short"))
        .hasMessageStartingWith(
            "sensitive.keyVariable: environment variable 'SALT' holds too short a key; set");
    assertThat(SensitiveCells.of(config(mask()), name -> null).contains("mail")).isTrue();
  }

  @Test
  void theKeyIsShownByNothing() {
    SensitiveCells cells = JavaSerialization.copy(cells(hash()));

    assertThat(cells).hasToString("SensitiveCells[mail]");
    assertThat(Objects.requireNonNull(cells.treatment("mail")).apply("a")).hasSize(32);
    assertThat(config(hash()).toString()).doesNotContain(KEY);
  }

  @Test
  void aHashedColumnIsKeyGroupOrCategory() {
    UnaryOperator<String> hash = Objects.requireNonNull(cells(hash()).treatment("mail"));
    for (Role role : List.of(Role.KEY, Role.FEATURE)) {
      TypedRow row = parsed(role, hash(), " ann@example.org ", "5");
      assertThat(row.texts[0]).isEqualTo(hash.apply("ann@example.org"));
    }
    assertThat(parsed(Role.GROUP, hash(), "ann@example.org", "5").group)
        .isEqualTo(parsed(Role.GROUP, hash(), "ann@example.org", "6").group)
        .isNotEqualTo(parsed(Role.GROUP, hash(), "bob@example.org", "5").group);
    assertThat(parsed(Role.KEY, hash(), "ann@example.org", "5").key)
        .isEqualTo(parsed(Role.KEY, hash(), "ann@example.org", "6").key);
  }

  @Test
  void theKeyOfARowIsKeyedWhereASensitiveColumnTakesPart() {
    SensitiveCells other = SensitiveCells.of(config(hash()), name -> "another key than that");

    assertThat(parsed(Role.FEATURE, other, "ann@example.org", "5").key)
        .isNotEqualTo(parsed(Role.FEATURE, hash(), "ann@example.org", "5").key);
  }

  @Test
  void aMissingCellStaysMissing() {
    assertThat(parsed(Role.FEATURE, hash(), " ", "5").texts[0]).isNull();
    assertThat(parsed(Role.FEATURE, mask(), "?", "5").texts[0]).isNull();
  }

  @Test
  void aRejectDoesNotShowTheCell() {
    TableSchema table =
        Tables.of(
            Tables.allowing("mail", Role.FEATURE, "a@example.org"),
            Tables.column("age", ColumnType.INTEGER),
            Tables.column("label", ColumnType.CATEGORY, Role.LABEL));
    RowLayout layout = new RowLayout(List.of("age"), List.of("mail", "label"));
    RowParser parser = new RowParser(table, layout, LABEL, cells(hash()));

    Reject notAllowed = parser.parse(new Object[] {"eve", "5", "x"}, new TypedRow(layout));
    Reject otherCell =
        parser.parse(new Object[] {"a@example.org", "old", "x"}, new TypedRow(layout));

    assertThat(notAllowed)
        .isEqualTo(
            new Reject(
                "mail: the value is not one of a@example.org",
                "mail",
                Map.of("age", "5", "label", "x")));
    assertThat(otherCell)
        .isEqualTo(
            new Reject("age: 'old' is not a number", "age", Map.of("age", "old", "label", "x")));
  }

  private static TypedRow parsed(Role role, SensitiveConfig.Column rule, String mail, String age) {
    return parsed(role, cells(rule), mail, age);
  }

  private static TypedRow parsed(Role role, SensitiveCells cells, String mail, String age) {
    ColumnSchema column = Tables.column("mail", ColumnType.CATEGORY, role);
    TableSchema table = Tables.of(column, Tables.column("age", ColumnType.INTEGER));
    RowLayout layout = new RowLayout(List.of("age"), List.of("mail"));
    TypedRow row = new TypedRow(layout);
    assertThat(new RowParser(table, layout, LABEL, cells).parse(new Object[] {mail, age}, row))
        .isNull();
    return row;
  }

  private static String treatment(SensitiveConfig.Column rule, String text) {
    return Objects.requireNonNull(cells(rule).treatment("mail")).apply(text);
  }

  private static SensitiveCells cells(SensitiveConfig.Column rule) {
    return SensitiveCells.of(config(rule), name -> name.equals("SALT") ? KEY : null);
  }

  private static SensitiveConfig config(SensitiveConfig.Column rule) {
    return new SensitiveConfig(Map.of("mail", rule), "SALT");
  }

  private static SensitiveConfig.Column hash() {
    return new SensitiveConfig.Column(Action.HASH, null, null);
  }

  private static SensitiveConfig.Column mask() {
    return new SensitiveConfig.Column(Action.MASK, 1, 0);
  }
}
