package io.winnow.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.profile.Profile.RowSummary;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfilerTest {
  private static final RowLayout LAYOUT =
      new RowLayout(List.of("x", "y", "one", "none"), List.of("text", "code"));
  private static final TableSchema TABLE =
      new TableSchema(
          "small",
          "",
          true,
          List.of(),
          List.of(
              column("x", ColumnType.NUMBER),
              column("y", ColumnType.NUMBER),
              column("one", ColumnType.INTEGER),
              column("none", ColumnType.NUMBER),
              column("text", ColumnType.CATEGORY),
              column("code", ColumnType.CATEGORY)));

  @Test
  void isTheSameHoweverTheRowsAreDealtOut() {
    List<TypedRow> rows = rows(12_000);
    List<String> profiles =
        PartedRows.everyWay(LAYOUT, rows)
            .map(parted -> new String(profile(parted).toJson(), StandardCharsets.UTF_8))
            .distinct()
            .toList();

    assertThat(profiles).hasSize(1);
    assertThat(profiles.get(0)).contains("hyperLogLog", "exact");
  }

  @Test
  void ofConstantAndEmptyColumns() {
    Profile profile = profile(PartedRows.whole(LAYOUT, rows(50)));
    var one = profile.column("one").orElseThrow();
    var none = profile.column("none").orElseThrow();

    assertThat(one.numbers().histogram()).isNull();
    assertThat(one.numbers().standardDeviation()).isZero();
    assertThat(none.numbers()).isNull();
    assertThat(none.missingShare()).isEqualTo(1);
    assertThat(none.inferredType()).isNull();
    assertThat(profile.correlation().columns()).containsExactly("x", "y");
  }

  @Test
  void ofNoRows() {
    Profile profile = profile(PartedRows.whole(LAYOUT, List.of()));

    assertThat(profile.columns()).allMatch(column -> column.missingShare() == 0);
    assertThat(profile.correlation().matrix()).isEmpty();
  }

  /** y is 4 wherever x is observed, though it varies elsewhere. */
  @Test
  void correlationIsNotDefinedWhereAColumnIsConstantInTheCommonRows() {
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      TypedRow row = new TypedRow(LAYOUT);
      row.numbers[0] = i % 2 == 0 ? i : Double.NaN;
      row.numbers[1] = i % 2 == 0 ? 4 : i;
      row.numbers[2] = 1;
      row.numbers[3] = Double.NaN;
      rows.add(row);
    }
    var matrix = profile(PartedRows.whole(LAYOUT, rows)).correlation().matrix();

    assertThat(matrix.get(0)).containsExactly(1.0, null);
  }

  @Test
  void correlationsAreLimited() {
    PartedRows rows = PartedRows.whole(LAYOUT, rows(50));
    Correlation correlation = profile(rows, new ProfileConfig(1, 2)).correlation();

    assertThat(correlation.columns()).containsExactly("x");
    assertThat(correlation.omitted()).containsExactly("y");
  }

  private static List<TypedRow> rows(int count) {
    Random random = new Random(9);
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TypedRow row = new TypedRow(LAYOUT);
      row.numbers[0] = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian() * 1e6;
      row.numbers[1] = random.nextInt(5) == 0 ? Double.NaN : row.numbers[0] / 3 + random.nextInt(9);
      row.numbers[2] = 1;
      row.numbers[3] = Double.NaN;
      row.texts[0] = "t" + random.nextInt(40);
      row.texts[1] = "%07d".formatted(i);
      rows.add(row);
    }
    return rows;
  }

  private static Profile profile(PartedRows rows) {
    return profile(rows, new ProfileConfig(50, 5));
  }

  private static Profile profile(PartedRows rows, ProfileConfig config) {
    TableState state = rows.scan(new TableState(LAYOUT));
    return new Profiler(config, TABLE, null, rows, state, SchemaSuggestion.of(state, LAYOUT, TABLE))
        .profile(new RowSummary(state.rows(), 0, 0));
  }

  private static ColumnSchema column(String name, ColumnType type) {
    return new ColumnSchema(name, type, Role.FEATURE, "", List.of(), null, null, null, null);
  }
}
