package io.winnow.core.step.impute.regression;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.Line;
import io.winnow.core.library.Logits;
import io.winnow.core.manifest.Warning;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns how columns are predicted from others, from the train rows that have their cells: one scan
 * for what the columns look like, then a fit of the library per target.
 *
 * <p>A number y is fitted as (y − mean) / standard deviation and its equation turned back into its
 * unit, so the ridge means the same for every column. A target that train shows to be constant is
 * that constant; categories beyond the most frequent ones are never predicted.
 */
public final class RegressionFitter {
  /** Predictors that MLlib solves the normal equations of; half a matrix of them is 64 MB. */
  static final int MOST_PREDICTORS = 4096;

  private final RegressionConfig config;
  private final Rows train;
  private final List<String> numeric;
  private final List<String> categorical;
  private final RegressionState state;
  private final Map<String, Predictor> predictors = new TreeMap<>();
  private final RegressionFeatures features;
  private final Design design;

  private RegressionFitter(RegressionConfig config, Rows train, RegressionFeatures features) {
    this.config = config;
    this.train = train;
    this.features = features;
    numeric = features.used(features.numeric(), config);
    categorical = features.used(features.categorical(), config);
    state = train.scan(new RegressionState(train.layout(), numeric, categorical));
    for (String name : features.predictors(config)) {
      if (features.numeric().contains(name)) {
        addNumber(name, state.moments(numeric.indexOf(name)));
      } else {
        addCategory(name, state.frequencies(categorical.indexOf(name)));
      }
    }
    design = new Design(predictors, train.layout());
  }

  /** Looks at the columns of train as they are after outliers are treated, in one scan. */
  public static RegressionFitter of(
      RegressionConfig config, Rows train, RegressionFeatures features) {
    return new RegressionFitter(config, train, features);
  }

  /** A constant column tells nothing. */
  private void addNumber(String name, Moments moments) {
    double deviation = moments.count() == 0 ? 0 : moments.standardDeviation(0);
    if (deviation > 0) {
      predictors.put(name, new Predictor.Numeric(moments.mean(), deviation));
    }
  }

  private void addCategory(String name, Frequencies<String> cells) {
    if (cells.distinct() > 1) {
      predictors.put(
          name, new Predictor.Categorical(cells.mode().orElseThrow(), mostFrequent(cells)));
    }
  }

  private List<String> mostFrequent(Frequencies<String> cells) {
    return cells.byFrequency().stream().limit(config.maxCategories()).toList();
  }

  /** Whether the predictors are few enough to be fitted. */
  public boolean fits() {
    return design.width() <= MOST_PREDICTORS;
  }

  /**
   * Fits every target.
   *
   * @param warnings added to
   * @throws WinnowException when a target has no value in train, or there are too many predictors
   */
  public FittedRegression fit(LibraryFits library, List<Warning> warnings) {
    if (!fits()) {
      throw WinnowException.data(
          "impute.regression: the columns make %d predictors, more than %d; name fewer in impute.regression.columns, or lower impute.regression.maxCategories=%d"
              .formatted(design.width(), MOST_PREDICTORS, config.maxCategories()));
    }
    Map<String, Target> targets = new TreeMap<>();
    for (String name : features.targets()) {
      targets.put(
          name,
          numeric.contains(name)
              ? number(name, library, warnings)
              : category(name, library, warnings));
    }
    return new FittedRegression(false, predictors, targets);
  }

  private Target number(String name, LibraryFits library, List<Warning> warnings) {
    int index = numeric.indexOf(name);
    Moments cells = state.moments(index);
    checkObserved(name, cells.count());
    double mean = cells.mean();
    double deviation = cells.standardDeviation(0);
    if (!(deviation > 0)) {
      warnings.add(constant(name, mean));
      return new Target.Numeric(Equation.constant(mean), state.min(index), state.max(index));
    }
    Examples examples = Examples.number(design, train.layout(), name, mean, deviation);
    Equation equation = Equation.constant(mean);
    if (checkWidth(name, examples, cells.count(), warnings)) {
      Line line = library.linear(train, examples, config.ridge());
      equation =
          design.equation(name, mean + line.intercept() * deviation, line.weights(), deviation);
    }
    return new Target.Numeric(equation, state.min(index), state.max(index));
  }

  private Target category(String name, LibraryFits library, List<Warning> warnings) {
    Frequencies<String> cells = state.frequencies(categorical.indexOf(name));
    checkObserved(name, cells.total());
    List<String> classes = mostFrequent(cells);
    Map<String, Equation> equations = new TreeMap<>();
    Examples examples = Examples.category(design, train.layout(), name, classes);
    long rows = classes.stream().mapToLong(cells::count).sum();
    if (classes.size() == 1) {
      warnings.add(constant(name, classes.get(0)));
      equations.put(classes.get(0), Equation.constant(0));
    } else if (checkWidth(name, examples, rows, warnings)) {
      Logits logits = library.logistic(train, examples, config.ridge(), config.maxIterations());
      for (int i = 0; i < classes.size(); i++) {
        Line line = logits.lines().get(i);
        equations.put(classes.get(i), design.equation(name, line.intercept(), line.weights(), 1));
      }
      if (logits.iterations() >= config.maxIterations()) {
        warnings.add(unfinished(name));
      }
    } else {
      equations.put(classes.get(0), Equation.constant(0));
    }
    return new Target.Categorical(equations);
  }

  private static void checkObserved(String name, long cells) {
    if (cells == 0) {
      throw WinnowException.data(
          "column '%s': every cell of train is missing; set impute.columns.%s to {strategy: constant, value: …} or give the column role ignore"
              .formatted(name, name));
    }
  }

  /** Whether there is any predictor; warns when there are more of them than rows. */
  private boolean checkWidth(String name, Examples examples, long rows, List<Warning> warnings) {
    int width = examples.width();
    if (width == 0) {
      warnings.add(
          new Warning(
              "REGRESSION_NO_PREDICTOR",
              "column '%s': no other column varies in train, so regression fills one value; name another strategy"
                  .formatted(name)));
    } else if (rows <= width) {
      warnings.add(
          new Warning(
              "REGRESSION_FEW_ROWS",
              "column '%s': %d train rows have it, for %d predictors; name fewer in impute.regression.columns, or raise impute.regression.ridge=%s"
                  .formatted(name, rows, width, config.ridge())));
    }
    return width > 0;
  }

  private static Warning constant(String name, Object value) {
    return new Warning(
        "REGRESSION_CONSTANT",
        "column '%s': train observes '%s' only, so regression fills nothing else; name another strategy"
            .formatted(name, value));
  }

  private Warning unfinished(String name) {
    return new Warning(
        "REGRESSION_UNFINISHED",
        "column '%s': the fit was not finished after %d iterations; raise impute.regression.maxIterations or impute.regression.ridge=%s"
            .formatted(name, config.maxIterations(), config.ridge()));
  }
}
