package io.winnow.core.step.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.statistics.JavaSerialization;
import io.winnow.core.step.outlier.OutlierConfig.ColumnOutliers;
import io.winnow.core.step.outlier.OutlierStep.Deletion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutlierStepTest {
  private static final RowLayout LAYOUT =
      new RowLayout(List.of("x", "clip", "y", "delete"), List.of());
  private static final Map<String, FittedOutlier> FENCES =
      new TreeMap<>(
          Map.of("clip", fence(OutlierAction.CLIP), "delete", fence(OutlierAction.DELETE)));

  /** Fences 1 - 1.5 * 2 and 3 + 1.5 * 2. */
  private static FittedOutlier fence(OutlierAction action) {
    return FittedOutlier.Iqr.of(new ColumnOutliers(OutlierRule.IQR, 1.5, action), 1, 3, null);
  }

  private final CellEffects effects = new CellEffects();

  @Test
  void theBoundItselfIsInside() {
    FittedOutlier fence = fence(OutlierAction.CLIP);

    assertThat(fence.lower()).isEqualTo(-2);
    assertThat(fence.upper()).isEqualTo(6);
    TypedRow lower = row(-2, -2);
    TypedRow upper = row(6, 6);
    assertThat(step(Deletion.ON).apply(lower, effects)).isTrue();
    assertThat(step(Deletion.ON).apply(upper, effects)).isTrue();
    assertThat(effects.cells(Effect.CLIPPED)).isEmpty();
    assertThat(lower.numbers).containsExactly(100, -2, -100, -2);
    assertThat(upper.numbers).containsExactly(100, 6, -100, 6);
  }

  @Test
  void clipsToTheFencesAndLeavesOtherColumnsAlone() {
    TypedRow low = row(Math.nextDown(-2.0), 0);
    TypedRow high = row(1e300, 0);

    assertThat(step(Deletion.ON).apply(low, effects)).isTrue();
    assertThat(step(Deletion.ON).apply(high, effects)).isTrue();
    assertThat(low.numbers).containsExactly(100, -2, -100, 0);
    assertThat(high.numbers).containsExactly(100, 6, -100, 0);
    assertThat(effects.cells(Effect.CLIPPED)).isEqualTo(Map.of("clip", 2L));
  }

  @Test
  void aRowThatIsDeletedIsNotClippedToo() {
    TypedRow row = row(99, 7);

    assertThat(step(Deletion.ON).apply(row, effects)).isFalse();
    assertThat(effects.cells(Effect.OUTLIER)).isEqualTo(Map.of("delete", 1L));
    assertThat(effects.cells(Effect.CLIPPED)).isEmpty();
  }

  @Test
  void withoutDeletionSuchARowStaysAsItIsAndIsClippedElsewhere() {
    TypedRow row = row(99, 7);

    assertThat(step(Deletion.OFF).apply(row, effects)).isTrue();
    assertThat(row.numbers).containsExactly(100, 6, -100, 7);
    assertThat(effects.cells(Effect.OUTLIER)).isEmpty();
  }

  @Test
  void replacesAndSetsMissing() {
    Map<String, FittedOutlier> fences =
        Map.of(
            "x",
            FittedOutlier.Iqr.of(
                new ColumnOutliers(OutlierRule.IQR, 1.5, OutlierAction.REPLACE), 1, 3, 2.5),
            "y",
            fence(OutlierAction.SET_MISSING));
    TypedRow row = row(0, 0);

    assertThat(new OutlierStep(LAYOUT, fences, Deletion.OFF).apply(row, effects)).isTrue();
    assertThat(row.numbers).containsExactly(2.5, 0, Double.NaN, 0);
    assertThat(effects.cells(Effect.REPLACED)).isEqualTo(Map.of("x", 1L));
    assertThat(effects.cells(Effect.SET_MISSING)).isEqualTo(Map.of("y", 1L));
  }

  @Test
  void aMissingCellIsNoOutlier() {
    TypedRow row = row(Double.NaN, Double.NaN);

    assertThat(JavaSerialization.copy(step(Deletion.ON)).apply(row, effects)).isTrue();
    assertThat(row.numbers).containsExactly(100, Double.NaN, -100, Double.NaN);
    assertThat(effects.cells(Effect.CLIPPED)).isEmpty();
  }

  private static OutlierStep step(Deletion deletion) {
    return new OutlierStep(LAYOUT, FENCES, deletion);
  }

  private static TypedRow row(double clip, double delete) {
    TypedRow row = new TypedRow(LAYOUT);
    row.numbers[0] = 100;
    row.numbers[1] = clip;
    row.numbers[2] = -100;
    row.numbers[3] = delete;
    return row;
  }
}
