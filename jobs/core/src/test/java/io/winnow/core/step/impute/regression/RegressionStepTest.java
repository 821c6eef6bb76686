package io.winnow.core.step.impute.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.winnow.core.config.Json;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.CellEffects.Effect;
import io.winnow.core.step.StepTable;
import io.winnow.core.step.impute.ImputeStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cells predicted by equations that are written down, against what a pencil makes of them. */
class RegressionStepTest {
  private static final double NONE = Double.NaN;

  /** age = 40 + 5 · (pay − 100) / 20 + 2 at Oslo − 3 at Rome, between 18 and 60. */
  private static final FittedRegression FITTED =
      new FittedRegression(
          false,
          Map.of(
              "pay", new Predictor.Numeric(100, 20),
              "town", new Predictor.Categorical("Oslo", List.of("Oslo", "Rome")),
              "age", new Predictor.Numeric(40, 10)),
          Map.of(
              "age",
              new Target.Numeric(
                  new Equation(40, Map.of("pay", List.of(5.0), "town", List.of(2.0, -3.0))),
                  18,
                  60),
              "town",
              new Target.Categorical(
                  Map.of(
                      "Rome", new Equation(0, Map.of("age", List.of(1.0))),
                      "Oslo", new Equation(0, Map.of("age", List.of(-1.0))),
                      "Turku", new Equation(-5, Map.of())))));

  private static final StepTable TABLE =
      new StepTable()
          .number("age", NONE, NONE, NONE, NONE, NONE, 50, 30, 40, 33)
          .number("pay", 120, NONE, 100, 900, -900, 100, 100, NONE, 100)
          .text("town", "Oslo", "Rome", null, "Pisa", "Oslo", null, null, null, "Pisa");

  private static final double[] AGES = {
    47, 37, 42, 60, 18, 50, 30, 40, 33,
  };

  @Test
  void fillsByTheEquationsWithinTheRangeOfTrain() {
    CellEffects effects = new CellEffects();

    assertThat(TABLE.after(step(TABLE), "age", effects)).isEqualTo(AGES);
    assertThat(effects.cells(Effect.IMPUTED)).isEqualTo(Map.of("age", 5L, "town", 4L));
  }

  /** Of equals the first: at age 40 Oslo and Rome both are 0. */
  @Test
  void takesTheCategoryOfTheGreatestEquation() {
    assertThat(TABLE.rows().stream().map(row -> applied(TABLE, row).texts[0]))
        .containsExactly("Oslo", "Rome", "Oslo", "Pisa", "Oslo", "Rome", "Oslo", "Oslo", "Pisa");
  }

  @Test
  void theOrderOfColumnsIsOfNoAccount() {
    StepTable reversed = TABLE.reversed();

    assertThat(reversed.after(step(reversed), "age", new CellEffects())).isEqualTo(AGES);
  }

  @Test
  void isReadBackAsItWasWritten() throws IOException {
    byte[] json = Json.pretty(FITTED);

    FittedRegression read = Json.MAPPER.readValue(json, FittedRegression.class);

    assertThat(read).isEqualTo(FITTED);
    assertThat(Json.pretty(read)).isEqualTo(json);
    assertThat(Json.MAPPER.readTree(json).get("deterministic").booleanValue()).isFalse();
  }

  private static TypedRow applied(StepTable table, TypedRow row) {
    assertThat(step(table).apply(row, new CellEffects())).isTrue();
    return row;
  }

  private static ImputeStep step(StepTable table) {
    return new ImputeStep(
        table.layout(), Map.of(), Map.of(), null, new RegressionStep(FITTED, table.layout()));
  }
}
