package io.winnow.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileScanTest {
  private static final RowLayout LAYOUT = new RowLayout(List.of("a", "b", "c"), List.of());

  /** [1, 2, 3, 4, 10, 20] has the quartiles 2.25, 3.5 and 8.5 in NumPy and in Spark. */
  @Test
  void quantilesOfObservedValuesColumnByColumn() {
    List<TypedRow> rows = new ArrayList<>();
    for (double value : new double[] {20, 1, 10, 3, 2, 4}) {
      rows.add(row(value, Double.NaN, -value));
      rows.add(row(Double.NaN, Double.NaN, Double.NaN));
    }

    PartedRows.everyWay(LAYOUT, rows)
        .forEach(
            parted -> {
              List<double[]> quantiles =
                  QuantileScan.quantiles(parted, new int[] {2, 1, 0}, 0.25, 0.5, 0.75);
              assertThat(quantiles.get(0)).containsExactly(-8.5, -3.5, -2.25);
              assertThat(quantiles.get(1)).isEmpty();
              assertThat(quantiles.get(2)).containsExactly(2.25, 3.5, 8.5);
            });
  }

  @Test
  void ofNoColumnsScansNothing() {
    assertThat(QuantileScan.quantiles(new Unscannable(), new int[0], 0.5)).isEmpty();
  }

  private record Unscannable() implements Rows {
    @Override
    public RowLayout layout() {
      return LAYOUT;
    }

    @Override
    public <S extends RowState<S>> S scan(S zero) {
      throw new AssertionError("scanned");
    }
  }

  @Test
  void stepsActOneAfterTheOtherOnACopyOfTheRows() {
    PartedRows rows = PartedRows.whole(LAYOUT, Collections.nCopies(3, row(1, 2, 3)));
    Rows after =
        rows.after(QuantileScanTest::addToFirst).after((row, effects) -> row.numbers[0] == 6);

    assertThat(QuantileScan.quantiles(after, new int[] {0}, 0.5).get(0)).containsExactly(6);
    assertThat(rows.parts().get(0).get(0).numbers).containsExactly(1, 2, 3);
  }

  private static boolean addToFirst(TypedRow row, CellEffects effects) {
    row.numbers[0] += 5;
    return true;
  }

  private static TypedRow row(double a, double b, double c) {
    TypedRow row = new TypedRow(LAYOUT);
    row.numbers[0] = a;
    row.numbers[1] = b;
    row.numbers[2] = c;
    return row;
  }
}
