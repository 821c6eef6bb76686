package io.winnow.core.step.impute;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.row.RowLayout;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.scan.QuantileScan.Learnt;
import io.winnow.core.split.TrainRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what fills missing cells, on the train rows that are left after outliers are treated and
 * rows with declared missing cells dropped. Everything is learnt in one scan, which medians share
 * with the first of theirs.
 */
public final class ImputeFitter {
  private final ImputeConfig config;
  private final TrainRows train;
  private final FillValues fills;

  private ImputeFitter(ImputeConfig config, TrainRows train, List<Warning> warnings) {
    this.config = config;
    this.train = train;
    this.fills = new FillValues(warnings);
  }

  /**
   * Fits every feature.
   *
   * @param numeric names of numeric features
   * @param categorical names of categorical features
   * @param warnings added to
   * @throws WinnowException when a column has no value to learn from, or train no row
   */
  public static FittedImputes fit(
      ImputeConfig config,
      TrainRows train,
      List<String> numeric,
      List<String> categorical,
      List<Warning> warnings) {
    TrainRows kept = train.after(dropping(config, train.layout(), numeric, categorical));
    return new ImputeFitter(config, kept, warnings).fit(numeric, categorical);
  }

  /** The step that drops the rows of missing cells where that is declared. */
  public static ImputeStep dropping(
      ImputeConfig config, RowLayout layout, List<String> numeric, List<String> categorical) {
    Map<String, FittedNumberImpute> numbers = new TreeMap<>();
    Map<String, FittedCategoryImpute> categories = new TreeMap<>();
    numeric.stream()
        .filter(name -> config.number(name).strategy() == ImputeStrategy.DROP_ROW)
        .forEach(name -> numbers.put(name, new FittedNumberImpute(ImputeStrategy.DROP_ROW, null)));
    categorical.stream()
        .filter(name -> config.category(name).strategy() == ImputeStrategy.DROP_ROW)
        .forEach(
            name -> categories.put(name, new FittedCategoryImpute(ImputeStrategy.DROP_ROW, null)));
    return new ImputeStep(layout, numbers, categories);
  }

  private FittedImputes fit(List<String> numeric, List<String> categorical) {
    List<String> ranked =
        numeric.stream()
            .filter(name -> config.number(name).strategy() == ImputeStrategy.MEDIAN)
            .toList();
    double[][] probabilities = new double[ranked.size()][];
    Arrays.fill(probabilities, new double[] {0.5});
    Learnt<ImputeState> learnt =
        QuantileScan.quantiles(
            train.rows(),
            ranked.stream().mapToInt(train.layout()::number).toArray(),
            probabilities,
            new ImputeState(train.layout(), config, numeric, categorical));
    ImputeState state = learnt.state();
    if (state.rows() == 0) {
      throw WinnowException.data(
          "train has no rows to learn from; check split.ratios, split.column, outlier.columns and columns with impute strategy dropRow");
    }
    Map<String, Double> medians = new HashMap<>();
    for (int i = 0; i < ranked.size(); i++) {
      if (learnt.quantiles().get(i).length > 0) {
        medians.put(ranked.get(i), learnt.quantiles().get(i)[0]);
      }
    }
    return fitted(numeric, categorical, state, medians);
  }

  private FittedImputes fitted(
      List<String> numeric,
      List<String> categorical,
      ImputeState state,
      Map<String, Double> medians) {
    Set<String> indicators = new TreeSet<>();
    Map<String, FittedNumberImpute> numbers = new TreeMap<>();
    for (int i = 0; i < numeric.size(); i++) {
      String name = numeric.get(i);
      NumberState cells = state.number(i);
      numbers.put(name, fills.number(name, config.number(name), cells, medians.get(name)));
      if (cells.missing() > 0 && config.marksNumber(name)) {
        indicators.add(name);
      }
    }
    Map<String, FittedCategoryImpute> categories = new TreeMap<>();
    Map<String, CategoryState> vocabularies = new TreeMap<>();
    for (int i = 0; i < categorical.size(); i++) {
      String name = categorical.get(i);
      CategoryState cells = state.category(i);
      vocabularies.put(name, cells);
      FittedCategoryImpute fill = fills.category(name, config.category(name), cells);
      if (fill != null) {
        categories.put(name, fill);
      }
      if (cells.missing() > 0 && config.marksCategory(name)) {
        indicators.add(name);
      }
    }
    return new FittedImputes(numbers, categories, vocabularies, indicators);
  }
}
