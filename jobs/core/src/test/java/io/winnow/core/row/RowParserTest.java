package io.winnow.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.config.SplitConfig;
import io.winnow.core.config.SplitRatios;
import io.winnow.core.config.SplitStrategy;
import io.winnow.core.hash.CanonicalHasher;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.schema.Tables;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowParserTest {
  private static final ColumnSchema AGE = Tables.bounded("age", ColumnType.INTEGER, 0.0, null);
  private static final ColumnSchema JOB = Tables.column("job", ColumnType.CATEGORY);
  private static final ColumnSchema NAME =
      Tables.allowing("name", Role.SENSITIVE, "Ann", "Bob", "Eve");
  private static final ColumnSchema NOTE = Tables.column("note", ColumnType.TEXT, Role.IGNORE);
  private static final ColumnSchema ID = Tables.column("id", ColumnType.INTEGER, Role.KEY);
  private static final ColumnSchema LABEL = Tables.column("label", ColumnType.CATEGORY, Role.LABEL);

  private static final TableSchema PEOPLE = Tables.of(AGE, JOB, NAME, NOTE, LABEL);
  private static final TableSchema KEYED = Tables.of(AGE, ID, NAME, LABEL);

  private static final LabelConfig KEPT = label(null, null, MissingLabel.DROP);

  @Test
  void carriesFeaturesAndLabelByName() {
    TypedRow row = parsed(PEOPLE, KEPT, "39", "clerk", "Ann", "x", "yes");

    assertThat(layout(PEOPLE, KEPT).numbers()).containsExactly("age");
    assertThat(layout(PEOPLE, KEPT).texts()).containsExactly("job", "label");
    assertThat(row.numbers).containsExactly(39);
    assertThat(row.texts).containsExactly("clerk", "yes");
  }

  @Test
  void missingCellsAreNanAndNull() {
    TypedRow row = parsed(PEOPLE, KEPT, "?", " ", null, null, "NaN");

    assertThat(row.numbers).containsExactly(Double.NaN);
    assertThat(row.texts).containsOnlyNulls();
  }

  @Test
  void aTextThatComesAgainIsReadAsBefore() {
    RowLayout layout = layout(PEOPLE, KEPT);
    RowParser parser = new RowParser(PEOPLE, layout, KEPT, SensitiveCells.NONE);
    TypedRow row = new TypedRow(layout);
    String job = " clerk ";
    String stranger = "Zoe";
    for (int i = 0; i < 2; i++) {
      assertThat(parser.parse(new Object[] {39, job, "Ann", "x", "yes"}, row)).isNull();
      assertThat(row.texts).containsExactly("clerk", "yes");
      assertThat(row.hash).isEqualTo(parsed(PEOPLE, KEPT, 39, "clerk", "Ann", "x", "yes").hash);
      assertThat(parser.parse(new Object[] {39, job, stranger, "x", "yes"}, row)).isNotNull();
    }
  }

  @Test
  void aSecondRowLeavesNothingOfTheFirst() {
    RowLayout layout = layout(PEOPLE, KEPT);
    RowParser parser = new RowParser(PEOPLE, layout, KEPT, SensitiveCells.NONE);
    TypedRow row = new TypedRow(layout);
    parser.parse(new Object[] {"39", "clerk", "Ann", "x", "yes"}, row);
    parser.parse(new Object[] {null, null, null, null, null}, row);

    TypedRow fresh = parsed(PEOPLE, KEPT, null, null, null, null, null);
    assertThat(RowContent.of(row)).isEqualTo(RowContent.of(fresh));
  }

  @Test
  void theHashCoversEveryDeclaredColumnInItsOrder() {
    TypedRow row = parsed(PEOPLE, KEPT, "39", "clerk", "Ann", null, "yes");

    assertThat(row.hash)
        .isEqualTo(
            new CanonicalHasher()
                .number(39)
                .text("clerk")
                .text("Ann")
                .text(null)
                .text("yes")
                .finish());
  }

  @Test
  void textAndTypedNumbersHashAlike() {
    TypedRow text = parsed(PEOPLE, KEPT, " 5.0", "clerk", "Ann", "", "yes");
    TypedRow typed = parsed(PEOPLE, KEPT, 5.0, "clerk", "Ann", null, "yes");

    assertThat(RowContent.of(typed)).isEqualTo(RowContent.of(text));
    assertThat(parsed(PEOPLE, KEPT, 5L, "clerk", "Ann", null, "yes").hash).isEqualTo(text.hash);
    assertThat(parsed(PEOPLE, KEPT, "-0", "clerk", "Ann", null, "yes").hash)
        .isEqualTo(parsed(PEOPLE, KEPT, 0, "clerk", "Ann", null, "yes").hash);
  }

  @Test
  void withoutADeclaredKeyEveryColumnThatIsNotSensitiveIsTheKey() {
    TypedRow ann = parsed(PEOPLE, KEPT, "39", "clerk", "Ann", "x", "yes");
    TypedRow bob = parsed(PEOPLE, KEPT, "39", "clerk", "Bob", "x", "yes");
    TypedRow other = parsed(PEOPLE, KEPT, "39", "clerk", "Ann", "y", "yes");

    assertThat(bob.hash).isNotEqualTo(ann.hash);
    assertThat(bob.key).isEqualTo(ann.key).isNotEqualTo(ann.hash);
    assertThat(other.key).isNotEqualTo(ann.key);
  }

  @Test
  void aDeclaredKeyIsTheKeyAsItIsWritten() {
    TypedRow row = parsed(KEYED, KEPT, "39", "007", "Ann", "yes");

    assertThat(row.key).isEqualTo(new CanonicalHasher().text("007").finish());
    assertThat(row.key).isEqualTo(parsed(KEYED, KEPT, "40", "007", "Bob", "no").key);
    assertThat(row.texts[layout(KEYED, KEPT).text("id")]).isEqualTo("007");
    assertThat(layout(KEYED, KEPT).numbers()).containsExactly("age");
  }

  @Test
  void rowsWithTheSameValueInTheColumnWithRoleGroupAreOneGroup() {
    for (ColumnType type : ColumnType.values()) {
      String home = type == ColumnType.DATE ? "2012-12-12" : "12";
      String other = type == ColumnType.DATE ? "2013-12-12" : "13";
      TableSchema grouped = Tables.of(AGE, ID, Tables.column("home", type, Role.GROUP), LABEL);
      TypedRow row = parsed(grouped, KEPT, "39", "1", home, "yes");

      assertThat(row.unit()).isEqualTo(row.group);
      assertThat(parsed(grouped, KEPT, "40", "2", home, "no").group).isEqualTo(row.group);
      assertThat(parsed(grouped, KEPT, "39", "1", other, "yes").group)
          .isNotNull()
          .isNotEqualTo(row.group);
    }
  }

  @Test
  void aRowWithoutAGroupIsAUnitOfItsOwn() {
    TableSchema grouped =
        Tables.of(AGE, ID, Tables.column("home", ColumnType.TEXT, Role.GROUP), LABEL);
    RowLayout layout = layout(grouped, KEPT);
    RowParser parser = new RowParser(grouped, layout, KEPT, SensitiveCells.NONE);
    TypedRow row = new TypedRow(layout);
    parser.parse(new Object[] {"39", "1", "12", "yes"}, row);
    assertThat(row.group).isNotNull();
    parser.parse(new Object[] {"39", "12", "?", "yes"}, row);

    assertThat(row.group).isNull();
    assertThat(row.unit()).isEqualTo(row.key);
    // A group never has the hash of a key, even if both have the same text.
    assertThat(parsed(grouped, KEPT, "39", "12", "12", "yes").group).isNotEqualTo(row.key);
  }

  @Test
  void rejectsARowWithoutItsKey() {
    Reject reject = rejected(KEYED, KEPT, "39", "?", "Ann", "yes");

    assertThat(reject.reason()).isEqualTo("id: '' is missing");
    assertThat(reject.column()).isEqualTo("id");
  }

  @Test
  void aRejectShowsTheRawCellsWithoutSensitiveOnes() {
    Reject reject = rejected(PEOPLE, KEPT, "-1", " clerk", "Ann", null, "yes");

    assertThat(reject)
        .isEqualTo(
            new Reject(
                "age: '-1' is below the least value 0.0",
                "age",
                Map.of("age", "-1", "job", " clerk", "label", "yes")));
  }

  @Test
  void aRejectForASensitiveCellDoesNotShowIt() {
    Reject reject = rejected(PEOPLE, KEPT, "39", "clerk", "Mallory", "x", "yes");

    assertThat(reject.reason()).isEqualTo("name: the value is not one of Ann, Bob, Eve");
    assertThat(reject.column()).isEqualTo("name");
    assertThat(reject.toString()).doesNotContain("Mallory");
  }

  @Test
  void aMissingLabelIsDroppedLaterUnlessItIsToBeRejected() {
    LabelConfig strict = label(null, null, MissingLabel.REJECT);

    assertThat(parsed(PEOPLE, KEPT, "39", "clerk", "Ann", "x", "?").texts[1]).isNull();
    assertThat(rejected(PEOPLE, strict, "39", "clerk", "Ann", "x", "?").reason())
        .isEqualTo("label: '' is missing");
  }

  @Test
  void labelsOutsideMapAndClassesAreRejected() {
    LabelConfig mapped = label(Map.of("normal", "0", "attack", "1"), null, MissingLabel.DROP);
    LabelConfig starred =
        label(Map.of("normal", "0", "*", "1"), List.of("0", "1"), MissingLabel.DROP);
    LabelConfig listed = label(null, List.of("yes", "no"), MissingLabel.DROP);

    assertThat(rejected(PEOPLE, mapped, "39", "clerk", "Ann", "x", "probe").reason())
        .isEqualTo("label: 'probe' is not in label.map");
    assertThat(rejected(PEOPLE, listed, "39", "clerk", "Ann", "x", "maybe").reason())
        .isEqualTo("label: 'maybe' is not in label.classes");
    // The map acts after deduplication, so the row still holds what the file has.
    assertThat(parsed(PEOPLE, starred, "39", "clerk", "Ann", "x", "probe").texts[1])
        .isEqualTo("probe");
  }

  private static LabelConfig label(
      @Nullable Map<String, String> map, @Nullable List<String> classes, MissingLabel missing) {
    return new LabelConfig("label", map, classes, missing, LabelScale.STANDARD);
  }

  private static RowLayout layout(TableSchema table, LabelConfig label) {
    SplitRatios ratios = new SplitRatios(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
    return RowLayout.of(
        table, label, new SplitConfig(SplitStrategy.RANDOM, ratios, 1, null, null, null, 10));
  }

  private static TypedRow parsed(TableSchema table, LabelConfig label, @Nullable Object... cells) {
    TypedRow row = new TypedRow(layout(table, label));
    assertThat(
            new RowParser(table, layout(table, label), label, SensitiveCells.NONE)
                .parse(cells, row))
        .isNull();
    return row;
  }

  private static Reject rejected(TableSchema table, LabelConfig label, @Nullable Object... cells) {
    RowLayout layout = layout(table, label);
    return Objects.requireNonNull(
        new RowParser(table, layout, label, SensitiveCells.NONE)
            .parse(cells, new TypedRow(layout)));
  }
}
