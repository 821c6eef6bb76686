package io.winnow.core.step.impute.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.winnow.core.config.Json;
import io.winnow.core.hash.Hash128;
import io.winnow.core.hash.SeededHash;
import io.winnow.core.library.ExampleReader;
import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.Line;
import io.winnow.core.library.Logits;
import io.winnow.core.library.OrderedRows;
import io.winnow.core.library.PrincipalComponents;
import io.winnow.core.library.VectorReader;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.PartedRows;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.Moments;
import io.winnow.core.step.StepTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What regression learns of columns before the library fits, and what it hands to it. */
class RegressionFitterTest {
  private static final double NONE = Double.NaN;
  private static final long SEED = 3;
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
    /** Rows that are in order anyway. */
    private record Ordered(Rows rows) implements OrderedRows {
      @Override
      public void close() {}
    }

    @Override
    public OrderedRows ordered(Rows rows, ColumnSet columns) {
      return new Ordered(rows);
    }

    @Override
    public Line linear(OrderedRows rows, ExampleReader examples, double ridge) {
      return new Line(0, rows.rows().scan(new ProductState(examples, -1)).means());
    }

    @Override
    public Logits logistic(
        OrderedRows rows,
        ExampleReader examples,
        double ridge,
        int maxIterations,
        double tolerance) {
      List<Line> lines =
          IntStream.range(0, classes)
              .mapToObj(
                  found -> new Line(0, rows.rows().scan(new ProductState(examples, found)).means()))
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
    RegressionConfig config =
        new RegressionConfig(RegressionConfig.Features.ALL, null, 1, 2, 9, 1e-6, 100);
    Rows rows = TABLE.train().rows();

    FittedRegression fitted =
        RegressionFitter.of(config, SEED, rows, features(rows, Set.of("c")))
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
        new RegressionConfig(RegressionConfig.Features.ALL, null, 1, 10_000, 9, 1e-6, 10_000);
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
                RegressionFitter.of(config, SEED, wide, features(wide, Set.of("x")))
                    .fit(new Products(3), warnings))
        .hasMessage(
            "impute.regression: the columns make 4097 predictors, more than 4096; name fewer in impute.regression.columns, or lower impute.regression.maxCategories=10000");
    assertThatThrownBy(() -> fit(TABLE.train().rows(), Set.of("none")))
        .hasMessageStartingWith(
            "column 'none': every cell of train is missing; set impute.columns.none");
  }

  /** Of 60 rows 40 have a y and all have a c; 12 of each are learnt from. */
  @Test
  void ofTooManyRowsThoseWithTheSmallestHashesAreLearntFrom() {
    RegressionConfig config =
        new RegressionConfig(RegressionConfig.Features.ALL, null, 1, 5, 9, 1e-6, 12);
    List<TypedRow> all = keyed();
    RowLayout layout = new RowLayout(List.of("x", "y"), List.of("c"));
    RegressionFeatures features =
        new RegressionFeatures(Set.of("y", "c"), layout.numbers(), layout.texts());
    List<TypedRow> first =
        all.stream()
            .filter(row -> !Double.isNaN(row.numbers[1]))
            .sorted((a, b) -> Long.compareUnsigned(rank(a), rank(b)))
            .limit(12)
            .toList();
    double[] mean = {mean(all, row -> row.numbers[0]), 0};
    double deviation = Math.sqrt(mean(all, row -> Math.pow(row.numbers[0] - mean[0], 2)));
    List<TypedRow> ys = all.stream().filter(row -> !Double.isNaN(row.numbers[1])).toList();
    mean[1] = mean(ys, row -> row.numbers[1]);

    List<String> found =
        PartedRows.everyWay(layout, all)
            .map(rows -> RegressionFitter.of(config, SEED, rows, features))
            .map(fitter -> fitter.fit(new Products(3), warnings))
            .map(fitted -> new String(Json.pretty(fitted), StandardCharsets.UTF_8))
            .distinct()
            .toList();
    FittedRegression fitted =
        RegressionFitter.of(config, SEED, PartedRows.whole(layout, all), features)
            .fit(new Products(3), new ArrayList<>());

    assertThat(found).hasSize(1);
    Target.Numeric y = (Target.Numeric) fitted.targets().get("y");
    assertThat(y.equation().coefficients().get("x").get(0))
        .isCloseTo(
            mean(first, row -> (row.numbers[0] - mean[0]) / deviation * (row.numbers[1] - mean[1])),
            within(1e-12));
    // The one row with the category rare is the last to be chosen.
    assertThat(((Target.Categorical) fitted.targets().get("c")).classes())
        .containsOnlyKeys("even", "odd");
    assertThat(warnings)
        .extracting(Warning::message)
        .contains(
            "column 'y': 28 of the 40 train rows that have it were left out of its regression; raise impute.regression.maxRows=12 to fit it on more",
            "column 'c': 48 of the 60 train rows that have it were left out of its regression; raise impute.regression.maxRows=12 to fit it on more");
  }

  private static List<TypedRow> keyed() {
    List<TypedRow> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      TypedRow row = new TypedRow(new RowLayout(List.of("x", "y"), List.of("c")));
      row.key = new Hash128(i, 17L * i);
      row.hash = row.key;
      row.numbers[0] = i % 7;
      row.numbers[1] = i % 3 == 0 ? NONE : i * i % 11;
      row.texts[0] = i % 2 == 0 ? "even" : "odd";
      rows.add(row);
    }
    rows.stream().max((a, b) -> Long.compareUnsigned(rank(a), rank(b))).orElseThrow().texts[0] =
        "rare";
    return rows;
  }

  /** The order that pins which rows are chosen: "regr" is the round. */
  private static long rank(TypedRow row) {
    return SeededHash.of(SEED, 0x72656772L, row.key);
  }

  private static double mean(List<TypedRow> rows, ToDoubleFunction<TypedRow> value) {
    return rows.stream().mapToDouble(value).average().orElseThrow();
  }

  private FittedRegression fit(Rows rows, Set<String> targets) {
    return RegressionFitter.of(StepTable.PREDICTORS, SEED, rows, features(rows, targets))
        .fit(new Products(3), warnings);
  }

  private static RegressionFeatures features(Rows rows, Set<String> targets) {
    return new RegressionFeatures(targets, rows.layout().numbers(), rows.layout().texts());
  }
}
