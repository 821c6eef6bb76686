package io.winnow.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.split.SplitRows.Classes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSplitTest {
  /** By hand: times, ratios, and who goes where. */
  @ParameterizedTest
  @CsvSource({
    "1 2 3 4 5 6 7 8 9 10, 0.8/0.1/0.1, rrrrrrrrvs",
    "10 9 8 7 6 5 4 3 2 1, 0.8/0.1/0.1, svrrrrrrrr",
    "5 1 4 2 3,            0.6/0.2/0.2, srvrr",
    // Quotas 3/1/1: the third and the fourth row are of one time, so they go together: 2/2/1 and
    // 4/0/1 differ from the quotas alike, and only the first leaves no split empty.
    "1 2 3 3 4,            0.6/0.2/0.2, rrvvs",
    // Quotas 4/0/1: the fourth and the fifth go together; train has 3 or 5, and test wants rows.
    "1 2 3 4 4,            0.8/0/0.2,   rrrss",
    // Quotas 2/1/1 of one time only.
    "7 7 7 7,              0.5/0.25/0.25, rrrr",
    // Without a time a row is in no split and counts for no quota.
    "1 - 2 - 3,            0.6/0.2/0.2, r-v-s",
    "-1e9 -0.0 0.0 1e9,    0.75/0/0.25, rrrs",
    "3 1 2,                1/0/0,       rrr",
    "3 1 2,                0.5/0.5/0,   vrr",
  })
  void theOldestAreTrainAndTheNewestTest(String times, String ratios, String expected) {
    List<TypedRow> rows = new ArrayList<>();
    for (String time : times.split(" ", -1)) {
      TypedRow row = SplitRows.row(0, rows.size());
      row.numbers[1] = time.equals("-") ? Double.NaN : Double.parseDouble(time);
      rows.add(row);
    }

    PartedRows.everyWay(SplitRows.LAYOUT, rows)
        .forEach(
            parted -> {
              SplitAssignment splits =
                  SplitFitter.fit(SplitRows.time("hour", ratios), parted, new Classes(1));
              assertThat(SplitRows.letters(splits, rows)).isEqualTo(expected);
            });
  }

  @Test
  void datesAndTimesAreOrderedByTheInstantTheyName() {
    List<TypedRow> rows = new ArrayList<>();
    for (String time :
        new String[] {
          "2026-03-01",
          "1969-12-31T23:59:59.999999",
          "2026-02-28T23:00-01:00",
          "2026-02-28 12:00",
          "0001-01-01"
        }) {
      TypedRow row = SplitRows.row(0, rows.size());
      row.texts[0] = time;
      rows.add(row);
    }
    SplitAssignment splits =
        SplitFitter.fit(
            SplitRows.time("day", "0.4/0.2/0.4"),
            PartedRows.whole(SplitRows.LAYOUT, rows),
            new Classes(1));

    // The first and the third are one instant.
    assertThat(SplitRows.letters(splits, rows)).isEqualTo("srsvr");
  }

  @Test
  void aTableWithoutTimesIsRefused() {
    TypedRow row = SplitRows.row(0, 1);
    row.numbers[1] = Double.NaN;

    assertThatThrownBy(
            () ->
                SplitFitter.fit(
                    SplitRows.time("hour", "0.8/0.1/0.1"),
                    PartedRows.whole(SplitRows.LAYOUT, List.of(row)),
                    new Classes(1)))
        .isInstanceOf(WinnowException.class)
        .hasMessage("split.column: 'hour' has no time in any row");
  }
}
