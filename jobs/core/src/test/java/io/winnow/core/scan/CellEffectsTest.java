package io.winnow.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.statistics.Partitions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellEffectsTest {
  @Test
  void countsTheSameHoweverTheCellsAreDealtOut() {
    List<String> cells = List.of("b", "a", "b", "c", "b", "a");

    assertThat(
            Partitions.states(
                cells,
                CellEffects::new,
                (effects, column) -> effects.count(Effect.IMPUTED, column),
                CellEffects::merge))
        .allSatisfy(
            effects -> {
              assertThat(effects.cells(Effect.IMPUTED))
                  .containsExactly(Map.entry("a", 2L), Map.entry("b", 3L), Map.entry("c", 1L));
              assertThat(effects.cells(Effect.CLIPPED)).isEmpty();
            });
  }

  @Test
  void theExampleOfUnseenCategoriesIsTheFirstInNaturalOrder() {
    assertThat(
            Partitions.states(
                Arrays.asList("q", null, "p", "r", null),
                CellEffects::new,
                (effects, text) -> effects.countUnseen(text == null ? "missing" : "c", text),
                CellEffects::merge))
        .allSatisfy(
            effects -> {
              assertThat(effects.unseenExamples()).isEqualTo(Map.of("c", "p"));
              assertThat(effects.cells(Effect.UNSEEN)).isEqualTo(Map.of("c", 3L, "missing", 2L));
            });
  }
}
