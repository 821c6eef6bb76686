package io.winnow.core.step.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.StepTable;
import io.winnow.core.step.impute.ImputeConfig.ColumnImpute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImputeFitterTest {
  private static final double NONE = Double.NaN;

  private final List<Warning> warnings = new ArrayList<>();

  /** Every strategy on the same cells: 1, 2, 2 and 7 observed, and one row dropped for z. */
  @Test
  void eachStrategyFillsWhatItSaysHoweverTheRowsAreDealtOut() {
    double[] cells = {7, 2, NONE, 1, 2, 99};
    StepTable table =
        new StepTable()
            .number("mean", cells)
            .number("median", cells)
            .number("mode", cells)
            .number("constant", cells)
            .number("sentinel", cells)
            .number("z", 0, 0, 0, 0, 0, NONE)
            .text("job", "b", "a", null, "a", "b", "c")
            .text("city", "<missing>", null, null, "<<missing>>", "x", "x");
    ImputeConfig config =
        config(
            Map.of(
                "mean", strategy(ImputeStrategy.MEAN, null),
                "mode", strategy(ImputeStrategy.MODE, null),
                "constant", strategy(ImputeStrategy.CONSTANT, "-4.5"),
                "sentinel", strategy(ImputeStrategy.SENTINEL, null),
                "z", strategy(ImputeStrategy.DROP_ROW, null),
                "job", strategy(ImputeStrategy.MODE, null),
                "city", strategy(ImputeStrategy.SENTINEL, null)));
    FittedImputes whole = fit(config, table.train());

    assertThat(whole.numbers())
        .isEqualTo(
            Map.of(
                "mean", new FittedNumberImpute(ImputeStrategy.MEAN, 3.0),
                "median", new FittedNumberImpute(ImputeStrategy.MEDIAN, 2.0),
                "mode", new FittedNumberImpute(ImputeStrategy.MODE, 2.0),
                "constant", new FittedNumberImpute(ImputeStrategy.CONSTANT, -4.5),
                "sentinel", new FittedNumberImpute(ImputeStrategy.SENTINEL, 1.0 - (7 - 1)),
                "z", new FittedNumberImpute(ImputeStrategy.DROP_ROW, null)));
    assertThat(whole.categories())
        .isEqualTo(
            Map.of(
                "job", new FittedCategoryImpute(ImputeStrategy.MODE, "a"),
                "city", new FittedCategoryImpute(ImputeStrategy.SENTINEL, "<<<missing>>>")));
    assertThat(whole.numbersToMeasure()).doesNotContainKey("sentinel").hasSize(5);
    assertThat(table.everyWay().map(train -> fit(config, train)))
        .allSatisfy(
            fitted -> {
              assertThat(fitted.numbers()).isEqualTo(whole.numbers());
              assertThat(fitted.categories()).isEqualTo(whole.categories());
              assertThat(fitted.vocabularies().get("job").frequencies().counts())
                  .isEqualTo(Map.of("a", 2L, "b", 2L));
            });
    assertThat(fit(config, table.reversed().train()).numbers()).isEqualTo(whole.numbers());
    assertThat(warnings).isEmpty();
  }

  /** What is missing while fitting is missing while applying. */
  @Test
  void theStepFillsOrDropsExactlyTheCellsThatTheFitCountedAsMissing() {
    StepTable table =
        new StepTable()
            .number("x", 1, NONE, 3, NONE)
            .number("y", NONE, 5, 6, 6)
            .text("c", "a", null, null, "b");
    ImputeConfig config = config(Map.of("y", strategy(ImputeStrategy.DROP_ROW, null)));
    FittedImputes fitted = fit(config, table.train());
    ImputeStep step = new ImputeStep(table.layout(), fitted.numbers(), fitted.categories());
    CellEffects effects = new CellEffects();

    assertThat(table.after(step, "x", effects)).containsExactly(3, 3, 3);
    assertThat(effects.cells(Effect.IMPUTED)).isEqualTo(Map.of("x", 2L));
    assertThat(effects.cells(Effect.DROPPED)).isEqualTo(Map.of("y", 1L));
    assertThat(fitted.vocabularies().get("c").missing()).isEqualTo(2);
  }

  @Test
  void aRowWithAMissingTextIsDroppedToo() {
    StepTable table = new StepTable().text("c", "a", null);
    ImputeConfig config = config(Map.of("c", strategy(ImputeStrategy.DROP_ROW, null)));
    ImputeStep step =
        new ImputeStep(table.layout(), Map.of(), fit(config, table.train()).categories());

    assertThat(table.rows().stream().filter(row -> step.apply(row, new CellEffects())))
        .extracting(row -> row.texts[0])
        .containsExactly("a");
  }

  @Test
  void indicatorsAreThereWhereAskedForAndTrainHasMissingCells() {
    StepTable table =
        new StepTable()
            .number("whole", 1, 2)
            .number("gap", 1, NONE)
            .number("off", 1, NONE)
            .number("zero", NONE, NONE)
            .text("c", "a", null)
            .text("d", "a", null);
    ImputeConfig config =
        new ImputeConfig(
            ImputeStrategy.MEDIAN,
            ImputeStrategy.MODE,
            true,
            Map.of(
                "off", new ColumnImpute(ImputeStrategy.MEAN, null, false),
                "zero", new ColumnImpute(ImputeStrategy.CONSTANT, "0", null),
                "d", new ColumnImpute(ImputeStrategy.MODE, null, true)),
            StepTable.NEIGHBOURS,
            StepTable.PREDICTORS,
            StepTable.NO_COMPARISON);

    assertThat(fit(config, table.train()).indicators()).containsExactly("d", "gap", "zero");
  }

  @ParameterizedTest
  @EnumSource(
      value = ImputeStrategy.class,
      names = {"AUTO", "NONE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aColumnWithoutAnyValueNeedsAConstantOrASentinel(ImputeStrategy strategy) {
    String value = strategy == ImputeStrategy.CONSTANT ? "4" : null;
    ImputeConfig config = config(Map.of("x", strategy(strategy, value)));
    TrainRows train = new StepTable().number("x", NONE, NONE).train();

    switch (strategy) {
      case CONSTANT -> assertThat(fit(config, train).numbers().get("x").value()).isEqualTo(4);
      case SENTINEL -> assertThat(fit(config, train).numbers().get("x").value()).isEqualTo(-1);
      case MEAN, MEDIAN, MODE, REGRESSION, KNN ->
          assertRefused(config, train, "column 'x': every cell of train is missing; ");
      case AUTO, DROP_ROW, NONE ->
          assertRefused(config, train, "train has no rows to learn from; ");
    }
  }

  @Test
  void aTrainSplitOfOneRowIsEnoughAndOneOfNoneIsNot() {
    FittedImputes one = fit(config(Map.of()), new StepTable().number("x", 8).train());

    assertThat(one.numbers().get("x").value()).isEqualTo(8);
    assertRefused(
        config(Map.of()), new StepTable().number("x").train(), "train has no rows to learn from; ");
  }

  @Test
  void infinitiesAreRefusedByName() {
    assertRefused(
        config(Map.of()),
        new StepTable().number("x", 1, Double.POSITIVE_INFINITY).train(),
        "column 'x': Infinity is not a finite number; ");
  }

  @Test
  void aDeclaredSentinelIsTakenAndOneAmongTheValuesIsWarnedOf() {
    StepTable table = new StepTable().number("x", 1, 9).text("c", "a", "u");
    ImputeConfig config =
        config(
            Map.of(
                "x", strategy(ImputeStrategy.SENTINEL, "5"),
                "c", strategy(ImputeStrategy.SENTINEL, "u")));
    FittedImputes fitted = fit(config, table.train());

    assertThat(fitted.numbers().get("x").value()).isEqualTo(5);
    assertThat(fitted.categories().get("c").value()).isEqualTo("u");
    assertThat(warnings)
        .extracting(Warning::message)
        .containsExactly(
            "column 'x': impute.columns.x.value '5' lies among the values that train observed, so missing cells are not told apart; choose another",
            "column 'c': impute.columns.c.value 'u' is one of the categories that train observed, so missing cells are not told apart; choose another");
  }

  @Test
  void aSentinelNeedsRoomBelow() {
    assertRefused(
        config(Map.of("x", strategy(ImputeStrategy.SENTINEL, null))),
        new StepTable().number("x", -1e300, NONE).train(),
        "column 'x': no finite number lies clearly below its values in train; set impute.columns.x.value");
  }

  private void assertRefused(ImputeConfig config, TrainRows train, String message) {
    assertThatThrownBy(() -> fit(config, train))
        .isInstanceOfSatisfying(
            WinnowException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageStartingWith(message);
  }

  private FittedImputes fit(ImputeConfig config, TrainRows train) {
    return ImputeFitter.fit(
        config, train, train.layout().numbers(), train.layout().texts(), warnings);
  }

  private static ImputeConfig config(Map<String, ColumnImpute> columns) {
    return new ImputeConfig(
        ImputeStrategy.MEDIAN,
        ImputeStrategy.NONE,
        false,
        columns,
        StepTable.NEIGHBOURS,
        StepTable.PREDICTORS,
        StepTable.NO_COMPARISON);
  }

  private static ColumnImpute strategy(ImputeStrategy strategy, @Nullable String value) {
    return new ColumnImpute(strategy, value, null);
  }
}
