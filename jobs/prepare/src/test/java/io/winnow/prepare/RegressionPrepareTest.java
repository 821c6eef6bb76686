package io.winnow.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.manifest.Warning;
import io.winnow.core.pipeline.FittedPipeline;
import io.winnow.core.step.impute.regression.Equation;
import io.winnow.core.step.impute.regression.FittedRegression;
import io.winnow.core.step.impute.regression.Target;
import io.winnow.prepare.Tables.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table filled by regression: against scikit-learn, and the same in every way to run it. */
class RegressionPrepareTest {
  /** The normal equations are solved at once. */
  private static final double OF_NUMBERS = 1e-9;

  /** Both optimisers stop when the gradient is small, not when it is 0. */
  private static final double OF_CATEGORIES = 1e-6;

  /** Where it is of no account what exactly is learnt. */
  private static final String FEW_ITERATIONS = "impute.regression.maxIterations=3";

  private static final List<String> NUMBERS = List.of("age", "debt", "income", "wealth");
  private static final List<String> TEXTS = List.of("job", "town");

  @TempDir static Path folder;
  private static Prepared whole;

  @BeforeAll
  static void prepareOnce() {
    whole =
        PeopleTable.prepare(
            folder,
            "source.partitions=1",
            "impute.regression.maxIterations=200",
            "impute.regression.tolerance=1e-12");
  }

  @Test
  void learnsAndFillsAsScikitLearnDoes() throws IOException {
    JsonNode golden = PeopleTable.golden("regression.json");
    FittedRegression fitted = fitted(whole);

    for (String name : NUMBERS) {
      Target.Numeric target = (Target.Numeric) fitted.targets().get(name);
      assertSame(target.equation(), golden.get(name), OF_NUMBERS, name);
    }
    for (String name : TEXTS) {
      Target.Categorical target = (Target.Categorical) fitted.targets().get(name);
      assertThat(target.classes()).hasSize(golden.get(name).get("classes").size());
      target
          .classes()
          .forEach(
              (text, equation) ->
                  assertSame(
                      equation,
                      golden.get(name).get("classes").get(text),
                      OF_CATEGORIES,
                      name + "=" + text));
    }
    Map<String, Row> rows = PeopleTable.rows(whole);
    for (String name : NUMBERS) {
      golden
          .get(name)
          .get("filled")
          .properties()
          .forEach(
              cell ->
                  assertThat(rows.get(cell.getKey()).<Double>getAs(name))
                      .as("%s of %s", name, cell.getKey())
                      .isCloseTo(
                          cell.getValue().doubleValue(),
                          within(OF_NUMBERS * Math.abs(cell.getValue().doubleValue()))));
    }
    for (String name : TEXTS) {
      golden
          .get(name)
          .get("filled")
          .properties()
          .forEach(
              cell ->
                  assertThat(
                          rows.get(cell.getKey())
                              .<Double>getAs(name + "=" + cell.getValue().textValue()))
                      .as("%s of %s", name, cell.getKey())
                      .isEqualTo(1.0));
    }
    assertThat(whole.result().features().imputed().get("town"))
        .isEqualTo(golden.get("town").get("filled").size());
    assertThat(whole.result().warnings()).extracting(Warning::code).isEmpty();
  }

  private static void assertSame(
      Equation equation, JsonNode expected, double tolerance, String name) {
    double largest = Math.abs(expected.get("intercept").doubleValue());
    for (JsonNode coefficients : expected.get("coefficients")) {
      for (JsonNode coefficient : coefficients) {
        largest = Math.max(largest, Math.abs(coefficient.doubleValue()));
      }
    }
    assertThat(equation.intercept())
        .as(name)
        .isCloseTo(expected.get("intercept").doubleValue(), within(tolerance * largest));
    assertThat(equation.coefficients()).hasSize(expected.get("coefficients").size());
    for (Map.Entry<String, List<Double>> each : equation.coefficients().entrySet()) {
      JsonNode column = expected.get("coefficients").get(each.getKey());
      assertThat(each.getValue()).hasSize(column.size());
      for (int i = 0; i < column.size(); i++) {
        assertThat(each.getValue().get(i))
            .as("%s by %s", name, each.getKey())
            .isCloseTo(column.get(i).doubleValue(), within(tolerance * largest));
      }
    }
  }

  @Test
  void isTheSameBitForBitOverAnyPartitionsAndOrderOfColumns() throws IOException {
    String reversed = "schema=" + PeopleTable.reversed(folder).toAbsolutePath();
    Prepared one = PeopleTable.prepare(folder, FEW_ITERATIONS, "source.partitions=1");
    Prepared three = PeopleTable.prepare(folder, FEW_ITERATIONS, "source.partitions=3");
    Prepared others = PeopleTable.prepare(folder, FEW_ITERATIONS, reversed);

    assertThat(three.contentHash()).isEqualTo(one.contentHash());
    assertThat(Json.pretty(fitted(three))).isEqualTo(Json.pretty(fitted(one)));
    assertThat(Json.pretty(fitted(others))).isEqualTo(Json.pretty(fitted(one)));
  }

  @Test
  void aSampleOfTheRowsIsTheSameOverAnyPartitionsAndIsReported() {
    String[] settings = {"impute.regression.maxRows=60", FEW_ITERATIONS, "source.partitions=1"};
    Prepared one = PeopleTable.prepare(folder, settings);
    settings[2] = "source.partitions=4";
    Prepared four = PeopleTable.prepare(folder, settings);

    assertThat(four.contentHash()).isEqualTo(one.contentHash()).isNotEqualTo(whole.contentHash());
    assertThat(one.result().warnings())
        .filteredOn(warning -> warning.code().equals("REGRESSION_SAMPLED"))
        .hasSize(6)
        .extracting(Warning::message)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("column 'age': ")
        .contains("train rows that have it were left out", "impute.regression.maxRows=60");
    assertThat(LocalSpark.session().sparkContext().getPersistentRDDs().size()).isZero();
  }

  @Test
  void oneRowAloneGetsTheSameFeatures() throws IOException {
    Prepared prepared =
        PeopleTable.prepare(folder, "impute.columns.age={strategy: knn}", FEW_ITERATIONS);

    assertThat(PeopleTable.alone(prepared)).isEqualTo(PeopleTable.written(prepared));
    FittedPipeline read = PeopleTable.pipeline(prepared);
    assertThat(read).isEqualTo(prepared.result().pipeline());
    assertThat(fitted(prepared).deterministic()).isFalse();
    assertThat(fitted(prepared).predictors())
        .containsOnlyKeys("age", "debt", "income", "wealth", "job", "town");
    assertThat(fitted(prepared).targets()).doesNotContainKey("age");
  }

  @Test
  void nothingIsLearntFromOtherSplitsOrDeletedRows() throws IOException {
    List<String> lines = PeopleTable.lines();
    List<String> changed = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      if (cells[7].equals("test") && !cells[1].isEmpty()) {
        cells[1] = "1000000";
      }
      changed.add(String.join(",", cells));
    }
    changed.add("far,99999,9999999,,,pilot,Oslo,train,late");
    Path table = Files.write(folder.resolve("changed.csv"), changed);
    String[] settings = {
      "outlier.columns.age={k: 20, action: delete}",
      "impute.categorical=mode",
      "source.partitions=1"
    };

    FittedRegression with = fitted(PeopleTable.prepare(folder, table, settings));
    FittedRegression without = fitted(PeopleTable.prepare(folder, settings));

    assertThat(Json.pretty(with)).isEqualTo(Json.pretty(without));
  }

  @Test
  void predictorsAreThoseThatAreDeclared() throws IOException {
    Prepared prepared =
        PeopleTable.prepare(
            folder, "impute.regression={columns: [age, town]}", "impute.categorical=none");

    assertThat(fitted(prepared).predictors()).containsOnlyKeys("age", "town");
    Target.Numeric age = (Target.Numeric) fitted(prepared).targets().get("age");
    assertThat(age.equation().coefficients()).containsOnlyKeys("town");
  }

  @Test
  void fewRowsAndConstantColumnsAreFilledAndSaySo() throws IOException {
    Path table = folder.resolve("few.csv");
    Files.write(
        table,
        List.of(
            PeopleTable.lines().get(0),
            "a,40,7,1,1,nurse,Oslo,train,late",
            "b,30,7,2,,nurse,,train,late",
            "c,,7,3,3,,Turku,train,late",
            "d,,,,,,,test,late",
            "e,1,1,1,1,pilot,Paris,test,prompt"));

    Prepared prepared = PeopleTable.prepare(folder, table);

    assertThat(prepared.result().warnings())
        .extracting(Warning::message)
        .contains(
            "column 'debt': train observes '7.0' only, so regression fills nothing else; name another strategy",
            "column 'job': train observes 'nurse' only, so regression fills nothing else; name another strategy",
            "column 'age': 2 train rows have it, for 4 predictors; name fewer in impute.regression.columns, or raise impute.regression.ridge=0.001");
    Row filled = Objects.requireNonNull(PeopleTable.rows(prepared).get("d"));
    assertThat(filled.<Double>getAs("debt")).isEqualTo(7.0);
    assertThat(filled.<Double>getAs("age")).isBetween(30.0, 40.0);
    assertThat(filled.<Double>getAs("job=nurse")).isEqualTo(1.0);
  }

  @Test
  void oneTrainRowFillsWhatItHas() throws IOException {
    Path table = folder.resolve("one.csv");
    Files.write(
        table,
        List.of(
            PeopleTable.lines().get(0), "a,40,7,1,1,nurse,Oslo,train,late", "d,,,,,,,test,prompt"));

    Row filled =
        Objects.requireNonNull(PeopleTable.rows(PeopleTable.prepare(folder, table)).get("d"));

    assertThat(filled.<Double>getAs("age")).isEqualTo(40.0);
    assertThat(filled.<Double>getAs("town=Oslo")).isEqualTo(1.0);
  }

  @Test
  void aColumnWithoutAnyCellIsRefused() throws IOException {
    Path table = folder.resolve("empty.csv");
    Files.write(
        table,
        List.of(
            PeopleTable.lines().get(0),
            "a,40,,1,1,nurse,Oslo,train,late",
            "b,30,,2,,nurse,,train,prompt"));

    assertThatThrownBy(() -> PeopleTable.prepare(folder, table))
        .hasMessage(
            "column 'debt': every cell of train is missing; set impute.columns.debt to {strategy: constant, value: …} or give the column role ignore");
  }

  private static FittedRegression fitted(Prepared prepared) {
    return Objects.requireNonNull(prepared.result().pipeline().regression());
  }
}
