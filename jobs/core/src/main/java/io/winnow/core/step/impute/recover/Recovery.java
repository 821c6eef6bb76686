package io.winnow.core.step.impute.recover;

import io.winnow.core.library.LibraryFits;
import io.winnow.core.manifest.RecoverReport;
import io.winnow.core.manifest.RecoverReport.RecoveredColumn;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.scan.QuantileScan.Learnt;
import io.winnow.core.scan.Rows;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.impute.ImputeStrategy;
import io.winnow.core.step.impute.knn.KnnFeatures;
import io.winnow.core.step.impute.knn.KnnProbe;
import io.winnow.core.step.impute.knn.KnnProbe.Found;
import io.winnow.core.step.impute.regression.FittedRegression;
import io.winnow.core.step.impute.regression.RegressionConfig;
import io.winnow.core.step.impute.regression.RegressionFeatures;
import io.winnow.core.step.impute.regression.RegressionFitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hides a sample of the observed cells of train, fits every candidate on the others and compares
 * what it fills with what was there. All columns are measured together: one scan chooses the rows,
 * two or three give means, modes and exact medians, one searches neighbours, and regression is
 * fitted per column. Nothing is written to, so what is fitted afterwards learns from all cells.
 *
 * <p>The simplest candidate first: median, mean, mode, regression, knn. A number with too many
 * different values to count them is not tried with mode.
 */
public final class Recovery {
  private final ImputeConfig config;
  private final Rows train;
  private final List<String> numeric;
  private final List<String> categorical;
  private final @Nullable LibraryFits library;
  private final List<Warning> warnings;
  private final Map<String, ImputeStrategy> chosen = new HashMap<>();

  private Recovery(
      ImputeConfig config,
      Rows train,
      List<String> numeric,
      List<String> categorical,
      @Nullable LibraryFits library,
      List<Warning> warnings) {
    this.config = config;
    this.train = train;
    this.numeric = numeric;
    this.categorical = categorical;
    this.library = library;
    this.warnings = warnings;
  }

  /**
   * What became of a comparison.
   *
   * @param config without strategy auto
   * @param report null when nothing was to be compared
   */
  public record Outcome(ImputeConfig config, @Nullable RecoverReport report) {}

  /**
   * Compares the strategies that the configuration asks to compare.
   *
   * @param seed of the sample
   * @param train rows that fills will be learnt from
   * @param numeric names of all numeric features
   * @param categorical names of all categorical features
   * @param library what fits regressions; null when they are not to be compared
   * @param warnings added to when a column has nothing to compare by
   */
  public static Outcome compare(
      ImputeConfig config,
      long seed,
      TrainRows train,
      List<String> numeric,
      List<String> categorical,
      @Nullable LibraryFits library,
      List<Warning> warnings) {
    List<String> numbers = numeric.stream().filter(config::comparesNumber).toList();
    List<String> texts = categorical.stream().filter(config::comparesCategory).toList();
    if (numbers.isEmpty() && texts.isEmpty()) {
      return new Outcome(config, null);
    }
    Recovery recovery = new Recovery(config, train.rows(), numeric, categorical, library, warnings);
    RecoverReport report = recovery.report(seed, numbers, texts);
    return new Outcome(config.with(recovery.chosen), report);
  }

  private RecoverReport report(long seed, List<String> numbers, List<String> texts) {
    RecoverConfig recover = config.recover();
    RowLayout layout = train.layout();
    SampleState ranks = train.scan(new SampleState(seed, recover.maxRows()));
    CellSample sample =
        new CellSample(seed, recover.share(), ranks.lastRank(), layout, numbers, texts);
    RecoverState zero = new RecoverState(layout, numeric, categorical);
    MaskedRows masked = new MaskedRows(train, sample, zero.columns(layout));
    double[][] half = new double[numbers.size()][];
    Arrays.fill(half, new double[] {0.5});
    Learnt<RecoverState> learnt =
        QuantileScan.quantiles(
            masked, numbers.stream().mapToInt(layout::number).toArray(), half, zero);
    RecoverState state = learnt.state();
    Probed probed = probe(seed, masked, sample, state, numbers, texts);
    List<RecoveredColumn> columns = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      columns.add(number(numbers.get(i), learnt.quantiles().get(i), state, probed));
    }
    for (String name : texts) {
      columns.add(category(name, state.categories(categorical.indexOf(name)), probed));
    }
    return new RecoverReport(recover.share(), probed.before.size(), recover.margin(), columns);
  }

  /**
   * Rows with hidden cells.
   *
   * @param before as they were
   * @param after without the hidden cells
   * @param targets columns that neighbours were searched for
   * @param found null when there are none
   * @param predicted null when regression is not compared
   */
  private record Probed(
      List<TypedRow> before,
      List<TypedRow> after,
      Set<String> targets,
      @Nullable Found found,
      @Nullable PredictedCells predicted) {
    int[] hidingNumber(int column) {
      return IntStream.range(0, before.size())
          .filter(
              row ->
                  !Double.isNaN(before.get(row).numbers[column])
                      && Double.isNaN(after.get(row).numbers[column]))
          .toArray();
    }

    int[] hidingText(int column) {
      return IntStream.range(0, before.size())
          .filter(
              row -> before.get(row).texts[column] != null && after.get(row).texts[column] == null)
          .toArray();
    }
  }

  private Probed probe(
      long seed,
      MaskedRows masked,
      CellSample sample,
      RecoverState state,
      List<String> numbers,
      List<String> texts) {
    List<TypedRow> before = masked.hidden().rows(train.layout());
    List<TypedRow> after = masked.hidden().rows(train.layout());
    after.forEach(sample::hide);
    KnnFeatures compared = new KnnFeatures(Set.of(), numeric, categorical);
    Set<String> targets = targets(compared.compared(config.knn()), state, numbers, texts);
    if (targets.isEmpty() || before.isEmpty()) {
      return new Probed(
          before, after, Set.of(), null, predicted(seed, masked, sample, state, numbers, texts));
    }
    KnnProbe probe =
        new KnnProbe(
            config.knn(),
            new KnnFeatures(targets, numeric, categorical),
            name -> state.moments(numeric.indexOf(name)),
            name -> state.categories(categorical.indexOf(name)));
    int most = Math.min(before.size(), probe.mostProbes(state.rows()));
    // All strategies are compared on the same cells.
    return new Probed(
        before.subList(0, most),
        after.subList(0, most),
        targets,
        probe.search(masked, after.subList(0, most)),
        predicted(seed, masked, sample, state, numbers, texts));
  }

  /** Null when nothing can be predicted. */
  private @Nullable PredictedCells predicted(
      long seed,
      MaskedRows masked,
      CellSample sample,
      RecoverState state,
      List<String> numbers,
      List<String> texts) {
    RegressionConfig regression = config.regression();
    RegressionFeatures all = new RegressionFeatures(Set.of(), numeric, categorical);
    Set<String> targets = targets(all.predictors(regression), state, numbers, texts);
    if (library == null || targets.isEmpty()) {
      return null;
    }
    RegressionFitter fitter =
        RegressionFitter.of(
            regression,
            seed,
            train.after(sample.hiding()),
            new RegressionFeatures(targets, numeric, categorical));
    if (!fitter.fits()) {
      warnings.add(
          new Warning(
              "RECOVER_WIDE",
              "impute.recover: too many categories to compare strategy regression; name fewer columns in impute.regression.columns, or lower impute.regression.maxCategories=%d"
                  .formatted(regression.maxCategories())));
      return null;
    }
    // What is wrong with a candidate is of interest once it is taken.
    FittedRegression fitted = fitter.fit(library, new ArrayList<>());
    List<TypedRow> rows = masked.hidden().rows(train.layout());
    rows.forEach(sample::hide);
    return PredictedCells.of(fitted, train.layout(), rows);
  }

  /** Columns with a cell left and another feature among those that are looked at. */
  private Set<String> targets(
      List<String> compared, RecoverState state, List<String> numbers, List<String> texts) {
    Set<String> targets = new HashSet<>();
    Stream.concat(
            numbers.stream().filter(name -> state.moments(numeric.indexOf(name)).count() > 0),
            texts.stream().filter(name -> state.categories(categorical.indexOf(name)).total() > 0))
        .filter(name -> compared.stream().anyMatch(other -> !other.equals(name)))
        .forEach(targets::add);
    return targets;
  }

  private RecoveredColumn number(String name, double[] median, RecoverState state, Probed probed) {
    int column = train.layout().number(name);
    int index = numeric.indexOf(name);
    int[] rows = probed.hidingNumber(column);
    Map<ImputeStrategy, IntToDoubleFunction> fills = new LinkedHashMap<>();
    if (median.length > 0) {
      double mean = state.moments(index).mean();
      fills.put(ImputeStrategy.MEDIAN, i -> median[0]);
      fills.put(ImputeStrategy.MEAN, i -> mean);
    }
    state.mode(index).ifPresent(mode -> fills.put(ImputeStrategy.MODE, i -> mode));
    PredictedCells predicted = probed.predicted;
    if (predicted != null && predicted.has(name)) {
      fills.put(ImputeStrategy.REGRESSION, i -> predicted.number(rows[i], column));
    }
    Found found = probed.found;
    if (found != null && probed.targets.contains(name)) {
      fills.put(ImputeStrategy.KNN, i -> found.number(rows[i], name));
    }
    double[] hidden =
        IntStream.of(rows).mapToDouble(row -> probed.before.get(row).numbers[column]).toArray();
    Map<ImputeStrategy, Double> scores = Scores.nrmse(hidden, fills);
    return recovered(
        name,
        Scores.NRMSE,
        rows.length,
        scores,
        config.number(name).strategy(),
        ImputeStrategy.MEDIAN);
  }

  private RecoveredColumn category(String name, Frequencies<String> cells, Probed probed) {
    int column = train.layout().text(name);
    int[] rows = probed.hidingText(column);
    Map<ImputeStrategy, IntFunction<String>> fills = new LinkedHashMap<>();
    cells.mode().ifPresent(mode -> fills.put(ImputeStrategy.MODE, i -> mode));
    PredictedCells predicted = probed.predicted;
    if (predicted != null && predicted.has(name)) {
      fills.put(ImputeStrategy.REGRESSION, i -> predicted.category(rows[i], column));
    }
    Found found = probed.found;
    if (found != null && probed.targets.contains(name)) {
      fills.put(ImputeStrategy.KNN, i -> found.category(rows[i], name));
    }
    List<String> hidden =
        IntStream.of(rows)
            .mapToObj(row -> String.valueOf(probed.before.get(row).texts[column]))
            .toList();
    Map<ImputeStrategy, Double> scores = Scores.accuracy(hidden, fills);
    return recovered(
        name,
        Scores.ACCURACY,
        rows.length,
        scores,
        config.category(name).strategy(),
        ImputeStrategy.MODE);
  }

  private RecoveredColumn recovered(
      String name,
      String measure,
      int cells,
      Map<ImputeStrategy, Double> scores,
      ImputeStrategy declared,
      ImputeStrategy otherwise) {
    ImputeStrategy strategy = declared;
    if (declared == ImputeStrategy.AUTO) {
      strategy =
          scores.isEmpty()
              ? otherwise
              : Scores.simplest(measure, scores, config.recover().margin());
      if (scores.isEmpty()) {
        warnings.add(
            new Warning(
                "RECOVER_NOTHING",
                "column '%s': strategy auto has %d hidden cells, which tell no strategies apart, and takes %s; raise impute.recover.share=%s or name a strategy"
                    .formatted(name, cells, Scores.name(otherwise), config.recover().share())));
      }
      chosen.put(name, strategy);
    }
    return new RecoveredColumn(name, measure, cells, Scores.named(scores), Scores.name(strategy));
  }
}
