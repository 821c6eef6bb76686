package io.winnow.core.step.impute.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.Json;
import io.winnow.core.library.ExampleReader;
import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.Line;
import io.winnow.core.library.Logits;
import io.winnow.core.library.PrincipalComponents;
import io.winnow.core.library.VectorReader;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.Moments;
import io.winnow.core.step.StepTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What regression learns of columns before the library fits, and what it hands to it. */
class RegressionFitterTest {
  private static final double NONE = Double.NaN;
  private static final StepTable TABLE =
      new StepTable()
          .number("x", 1, 2, NONE, 4, 5)
          .number("y", 3, NONE, 8, 1, 0)
          .number("still", 7, 7, 7, NONE, 7)
          .number("none", NONE, NONE, NONE, NONE, NONE)
          .text("c", "a", "b", "b", null, "c");

  private final List<Warning> warnings = new ArrayList<>();

  /** A library for which every weight is the mean of the products of an element and the target. */
  private record Products(int classes) implements LibraryFits {
    @Override
    public Line linear(Rows rows, ExampleReader examples, double ridge) {
      return new Line(0, rows.scan(new ProductState(examples, -1)).means());
    }

    @Override
    public Logits logistic(Rows rows, ExampleReader examples, double ridge, int maxIterations) {
      List<Line> lines =
          IntStream.range(0, classes)
              .mapToObj(found -> new Line(0, rows.scan(new ProductState(examples, found)).means()))
              .toList();
      return new Logits(lines, maxIterations);
    }

    @Override
    public PrincipalComponents components(Rows rows, VectorReader vectors, int count) {
      throw new IllegalStateException("nobody asked for components");
    }
  }

  private static final class ProductState implements RowState<ProductState> {
    private static final long serialVersionUID = 1L;

    private final ExampleReader examples;
    private final int wanted;
    private final List<Moments> products = new ArrayList<>();

    ProductState(ExampleReader examples, int wanted) {
      this.examples = examples;
      this.wanted = wanted;
    }

    @Override
    public void add(TypedRow row) {
      double target = examples.target(row);
      double @Nullable [] vector = examples.vector(row);
      if (vector != null) {
        grow(vector.length);
        for (int i = 0; i < vector.length; i++) {
          products.get(i).add(wanted < 0 ? vector[i] * target : target == wanted ? vector[i] : 0);
        }
      }
    }

    @Override
    public void merge(ProductState other) {
      grow(other.products.size());
      for (int i = 0; i < other.products.size(); i++) {
        products.get(i).merge(other.products.get(i));
      }
    }

    private void grow(int size) {
      while (products.size() < size) {
        products.add(new Moments());
      }
    }

    @Override
    public ColumnSet columns(RowLayout layout) {
      return ColumnSet.all(layout);
    }

    List<Double> means() {
      return products.stream().map(Moments::mean).toList();
    }
  }

  /** Four rows have a y, of mean 3; there x less its mean 3 is -2, missing, 1 and 2. */
  @Test
  void examplesAreRowsThatHaveTheTargetByPredictorsThatVary() {
    FittedRegression fitted = fit(TABLE.train().rows(), Set.of("y"));

    assertThat(fitted.predictors()).containsOnlyKeys("c", "x", "y");
    assertThat(fitted.predictors().get("x"))
        .isEqualTo(new Predictor.Numeric(3, Math.sqrt((4 + 1 + 1 + 4) / 4.0)));
    assertThat(fitted.predictors().get("c"))
        .isEqualTo(new Predictor.Categorical("b", List.of("b", "a", "c")));
    Target.Numeric y = (Target.Numeric) fitted.targets().get("y");
    assertThat(y.min()).isZero();
    assertThat(y.max()).isEqualTo(8);
    assertThat(y.equation().intercept()).isEqualTo(3);
    assertThat(y.equation().coefficients()).containsOnlyKeys("c", "x");
    double ofX = (0 * -2 + 5 * 0 + -2 * 1 + -3 * 2) / Math.sqrt(2.5) / 4;
    assertThat(y.equation().coefficients().get("x").get(0)).isCloseTo(ofX, within(1e-12));
    // Missing counts as the mode b: rows 2 and 3; a is row 0, c row 4.
    assertThat(y.equation().coefficients().get("c").get(2)).isCloseTo(-3 / 4.0, within(1e-12));
  }

  @Test
  void whatIsLearntDoesNotDependOnHowRowsAreDealtOutOrColumnsOrdered() {
    byte[] whole = Json.pretty(fit(TABLE.train().rows(), Set.of("x", "y", "c")));

    assertThat(TABLE.everyWay().map(train -> fit(train.rows(), Set.of("x", "y", "c"))))
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(fitted -> assertThat(Json.pretty(fitted)).isEqualTo(whole));
    assertThat(Json.pretty(fit(TABLE.reversed().train().rows(), Set.of("x", "y", "c"))))
        .isEqualTo(whole);
  }

  @Test
  void rareCategoriesNeitherPredictNorArePredicted() {
    RegressionConfig config = new RegressionConfig(RegressionConfig.Features.ALL, null, 1, 2, 9);
    Rows rows = TABLE.train().rows();

    FittedRegression fitted =
        RegressionFitter.of(config, rows, features(rows, Set.of("c")))
            .fit(new Products(2), warnings);

    assertThat(((Target.Categorical) fitted.targets().get("c")).classes())
        .containsOnlyKeys("a", "b");
    assertThat(((Predictor.Categorical) fitted.predictors().get("c")).categories())
        .containsExactly("b", "a");
    assertThat(warnings).extracting(Warning::code).containsExactly("REGRESSION_UNFINISHED");
  }

  @Test
  void withoutAnyPredictorThereIsOneValue() {
    Rows rows = new StepTable().number("x", 1, 2, 6).number("y", 4, 4, 4).train().rows();

    Target.Numeric x = (Target.Numeric) fit(rows, Set.of("x")).targets().get("x");

    assertThat(x.equation()).isEqualTo(Equation.constant(3));
    assertThat(warnings)
        .extracting(Warning::message)
        .containsExactly(
            "column 'x': no other column varies in train, so regression fills one value; name another strategy");
  }

  @Test
  void tooManyPredictorsAndEmptyTargetsAreRefused() {
    RegressionConfig config =
        new RegressionConfig(RegressionConfig.Features.ALL, null, 1, 10_000, 9);
    String[] cells =
        IntStream.range(0, RegressionFitter.MOST_PREDICTORS + 1)
            .mapToObj(String::valueOf)
            .toArray(String[]::new);
    Rows wide =
        new StepTable()
            .number(
                "x", Collections.nCopies(cells.length, 1.0).stream().mapToDouble(x -> x).toArray())
            .text("c", cells)
            .train()
            .rows();

    assertThatThrownBy(
            () ->
                RegressionFitter.of(config, wide, features(wide, Set.of("x")))
                    .fit(new Products(3), warnings))
        .hasMessage(
            "impute.regression: the columns make 4097 predictors, more than 4096; name fewer in impute.regression.columns, or lower impute.regression.maxCategories=10000");
    assertThatThrownBy(() -> fit(TABLE.train().rows(), Set.of("none")))
        .hasMessageStartingWith(
            "column 'none': every cell of train is missing; set impute.columns.none");
  }

  private FittedRegression fit(Rows rows, Set<String> targets) {
    return RegressionFitter.of(StepTable.PREDICTORS, rows, features(rows, targets))
        .fit(new Products(3), warnings);
  }

  private static RegressionFeatures features(Rows rows, Set<String> targets) {
    return new RegressionFeatures(targets, rows.layout().numbers(), rows.layout().texts());
  }
}
