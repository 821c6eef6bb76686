package io.winnow.core.step.impute.regression;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.Line;
import io.winnow.core.library.Logits;
import io.winnow.core.library.OrderedRows;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns how columns are predicted from others, from the train rows that have their cells: one scan
 * for what the columns look like, then a fit of the library per target. The fits share rows that
 * are put in order first, at most {@code maxRows} with the cell of a target.
 *
 * <p>A number y is fitted as (y − mean) / standard deviation and its equation turned back into its
 * unit, so the ridge means the same for every column. A target that train shows to be constant is
 * that constant; categories beyond the most frequent ones are never predicted.
 */
public final class RegressionFitter {
  /** Predictors that MLlib solves the normal equations of; half a matrix of them is 64 MB. */
  static final int MOST_PREDICTORS = 4096;

  private final RegressionConfig config;
  private final long seed;
  private final Rows train;
  private final List<String> numeric;
  private final List<String> categorical;
  private final RegressionState state;
  private final Map<String, Predictor> predictors = new TreeMap<>();
  private final RegressionFeatures features;
  private final Design design;

  private RegressionFitter(
      RegressionConfig config, long seed, Rows train, RegressionFeatures features) {
    this.config = config;
    this.seed = seed;
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

  /**
   * Looks at the columns of train as they are after outliers are treated, in one scan.
   *
   * @param seed of the rows that are chosen when there are too many
   */
  public static RegressionFitter of(
      RegressionConfig config, long seed, Rows train, RegressionFeatures features) {
    return new RegressionFitter(config, seed, train, features);
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
    List<Examples> varied = new ArrayList<>();
    for (String name : features.targets().stream().sorted().toList()) {
      Examples examples = numeric.contains(name) ? number(name) : category(name);
      Target alone = alone(examples, warnings);
      if (alone == null) {
        varied.add(examples);
      } else {
        targets.put(name, alone);
      }
    }
    if (!varied.isEmpty()) {
      targets.putAll(fitted(varied, library, warnings));
    }
    return new FittedRegression(false, predictors, targets);
  }

  private Examples number(String name) {
    Moments cells = state.moments(numeric.indexOf(name));
    checkObserved(name, cells.count());
    return Examples.number(design, train.layout(), name, cells.mean(), cells.standardDeviation(0));
  }

  private Examples category(String name) {
    Frequencies<String> cells = state.frequencies(categorical.indexOf(name));
    checkObserved(name, cells.total());
    return Examples.category(design, train.layout(), name, mostFrequent(cells));
  }

  /** What a target is without any fit; null when it is to be fitted. */
  private @Nullable Target alone(Examples examples, List<Warning> warnings) {
    String name = examples.name();
    if (examples.isNumber()) {
      int index = numeric.indexOf(name);
      Moments cells = state.moments(index);
      boolean isConstant = !(cells.standardDeviation(0) > 0);
      if (isConstant) {
        warnings.add(RegressionWarnings.constant(name, cells.mean()));
      } else if (examples.width() == 0) {
        warnings.add(RegressionWarnings.noPredictor(name));
      }
      return isConstant || examples.width() == 0
          ? new Target.Numeric(Equation.constant(cells.mean()), state.min(index), state.max(index))
          : null;
    }
    boolean isConstant = examples.classes().size() == 1;
    if (isConstant) {
      warnings.add(RegressionWarnings.constant(name, examples.classes().get(0)));
    } else if (examples.width() == 0) {
      warnings.add(RegressionWarnings.noPredictor(name));
    }
    return isConstant || examples.width() == 0 ? always(examples.classes().get(0)) : null;
  }

  private static Target always(String category) {
    return new Target.Categorical(Map.of(category, Equation.constant(0)));
  }

  private Map<String, Target> fitted(
      List<Examples> all, LibraryFits library, List<Warning> warnings) {
    ExampleSample sample = ExampleSample.of(train, seed, config.maxRows(), all, this::rows);
    Map<String, Target> targets = new TreeMap<>();
    try (OrderedRows rows = library.ordered(train.after(sample.choosing()), columns())) {
      ExampleCounts counts = rows.rows().scan(new ExampleCounts(sample.targets()));
      for (int i = 0; i < all.size(); i++) {
        String name = all.get(i).name();
        long used = counts.of(i);
        if (used < rows(all.get(i))) {
          warnings.add(RegressionWarnings.sampled(name, used, rows(all.get(i)), config.maxRows()));
        }
        if (used <= all.get(i).width()) {
          warnings.add(RegressionWarnings.fewRows(name, used, all.get(i).width(), config.ridge()));
        }
        Examples examples = sample.targets().get(i);
        targets.put(
            name,
            examples.isNumber()
                ? number(examples, rows, library)
                : category(
                    examples.of(train.layout(), counts.classes(i)), rows, library, warnings));
      }
    }
    return targets;
  }

  /** Train rows that are examples, when no limit is set. */
  private long rows(Examples examples) {
    if (examples.isNumber()) {
      return state.moments(numeric.indexOf(examples.name())).count();
    }
    Frequencies<String> cells = state.frequencies(categorical.indexOf(examples.name()));
    return examples.classes().stream().mapToLong(cells::count).sum();
  }

  /** Columns that predict or are predicted. */
  private ColumnSet columns() {
    RowLayout layout = train.layout();
    return ColumnSet.of(
        numeric.stream().mapToInt(layout::number).toArray(),
        categorical.stream().mapToInt(layout::text).toArray());
  }

  private Target number(Examples examples, OrderedRows rows, LibraryFits library) {
    int index = numeric.indexOf(examples.name());
    double mean = state.moments(index).mean();
    double deviation = state.moments(index).standardDeviation(0);
    Line line = library.linear(rows, examples, config.ridge());
    return new Target.Numeric(
        design.equation(
            examples.name(), mean + line.intercept() * deviation, line.weights(), deviation),
        state.min(index),
        state.max(index));
  }

  /** A category that no chosen row has is never predicted. */
  private Target category(
      Examples examples, OrderedRows rows, LibraryFits library, List<Warning> warnings) {
    List<String> classes = examples.classes();
    if (classes.size() == 1) {
      return always(classes.get(0));
    }
    Map<String, Equation> equations = new TreeMap<>();
    Logits logits =
        library.logistic(
            rows, examples, config.ridge(), config.maxIterations(), config.tolerance());
    for (int i = 0; i < classes.size(); i++) {
      Line line = logits.lines().get(i);
      equations.put(
          classes.get(i), design.equation(examples.name(), line.intercept(), line.weights(), 1));
    }
    if (logits.iterations() >= config.maxIterations()) {
      warnings.add(
          RegressionWarnings.unfinished(examples.name(), config.maxIterations(), config.ridge()));
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
}
