package io.winnow.core.step.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneHotSlotsTest {
  private final CellEffects effects = new CellEffects();

  @Test
  void aMissingCellHasTheLastSlotWhereTrainHasMissingCells() {
    OneHotSlots slots = new OneHotSlots("c", fitted(MissingSlot.LAST));

    assertThat(slots.slot("b", effects)).isEqualTo(0);
    assertThat(slots.slot("a", effects)).isEqualTo(1);
    assertThat(slots.slot(null, effects)).isEqualTo(2);
    assertThat(effects.cells(Effect.UNSEEN)).isEmpty();
  }

  @Test
  void unseenAndMissingAreDifferentThingsAndBothCountedWithoutASlot() {
    OneHotSlots with = new OneHotSlots("c", fitted(MissingSlot.LAST));
    OneHotSlots without = new OneHotSlots("c", fitted(MissingSlot.NONE));

    assertThat(with.slot("z", effects)).isEqualTo(-1);
    assertThat(without.slot("y", effects)).isEqualTo(-1);
    assertThat(without.slot(null, effects)).isEqualTo(-1);
    assertThat(effects.cells(Effect.UNSEEN)).isEqualTo(Map.of("c", 3L));
    assertThat(effects.unseenExamples()).isEqualTo(Map.of("c", "y"));
  }

  @Test
  void rareCategoriesShareASlotBetweenTheOthersAndMissing() {
    OneHotSlots slots =
        new OneHotSlots(
            "c",
            new FittedEncode.OneHot(
                Unseen.ZEROS, List.of("b"), List.of("r", "s"), MissingSlot.LAST));

    assertThat(slots.slot("b", effects)).isEqualTo(0);
    assertThat(slots.slot("r", effects)).isEqualTo(1);
    assertThat(slots.slot("s", effects)).isEqualTo(1);
    assertThat(slots.slot(null, effects)).isEqualTo(2);
    assertThat(slots.slot("z", effects)).isEqualTo(-1);
    assertThat(effects.cells(Effect.RARE)).isEqualTo(Map.of("c", 2L));
    assertThat(effects.cells(Effect.UNSEEN)).isEqualTo(Map.of("c", 1L));
  }

  private static FittedEncode.OneHot fitted(MissingSlot missing) {
    return new FittedEncode.OneHot(Unseen.ZEROS, List.of("b", "a"), List.of(), missing);
  }
}
