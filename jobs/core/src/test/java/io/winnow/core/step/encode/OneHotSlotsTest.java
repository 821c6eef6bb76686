package io.winnow.core.step.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneHotSlotsTest {
  private final CellEffects effects = new CellEffects();

  @Test
  void aMissingCellHasTheLastSlotWhereTrainHasMissingCells() {
    FittedEncode fitted = fitted(Unseen.ZEROS, MissingSlot.LAST);
    OneHotSlots slots = new OneHotSlots("c", fitted);

    assertThat(fitted.slots()).containsExactly("b", "a", "<missing>");
    assertThat(slots.width()).isEqualTo(3);
    assertThat(slots.slot("b", effects)).isEqualTo(0);
    assertThat(slots.slot("a", effects)).isEqualTo(1);
    assertThat(slots.slot(null, effects)).isEqualTo(2);
    assertThat(effects.cells(Effect.UNSEEN)).isEmpty();
  }

  @Test
  void unseenAndMissingAreDifferentThingsAndBothCountedWithoutASlot() {
    OneHotSlots with = new OneHotSlots("c", fitted(Unseen.ZEROS, MissingSlot.LAST));
    OneHotSlots without = new OneHotSlots("c", fitted(Unseen.ZEROS, MissingSlot.NONE));

    assertThat(with.slot("z", effects)).isEqualTo(-1);
    assertThat(without.width()).isEqualTo(2);
    assertThat(without.slot("z", effects)).isEqualTo(-1);
    assertThat(without.slot(null, effects)).isEqualTo(-1);
    assertThat(effects.cells(Effect.UNSEEN)).isEqualTo(Map.of("c", 3L));
  }

  @Test
  void unseenCategoriesMayFailTheRun() {
    OneHotSlots slots = new OneHotSlots("c", fitted(Unseen.FAIL, MissingSlot.NONE));

    assertThatThrownBy(() -> slots.slot("z", effects))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(
            "column 'c': category 'z' does not occur in train; set encode.unseen=zeros to let it pass");
    assertThatThrownBy(() -> slots.slot(null, effects))
        .hasMessageStartingWith("column 'c': category <missing> does not occur in train");
  }

  private static FittedEncode fitted(Unseen unseen, MissingSlot missing) {
    return new FittedEncode(EncodeStrategy.ONE_HOT, unseen, List.of("b", "a"), missing);
  }
}
