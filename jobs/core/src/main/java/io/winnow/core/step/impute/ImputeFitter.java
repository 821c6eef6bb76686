package io.winnow.core.step.impute;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.impute.ImputeConfig.ColumnImpute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what fills missing cells, on train rows that are left after outliers are treated. */
public final class ImputeFitter {
  private final ImputeConfig config;
  private final TrainRows train;

  private ImputeFitter(ImputeConfig config, TrainRows train) {
    this.config = config;
    this.train = train;
  }

  /**
   * Fits every feature.
   *
   * @param numeric names of numeric features
   * @param categorical names of categorical features
   * @throws WinnowException when a column has no value to learn from
   */
  public static FittedImputes fit(
      ImputeConfig config, TrainRows train, List<String> numeric, List<String> categorical) {
    return new ImputeFitter(config, train).fit(numeric, categorical);
  }

  private FittedImputes fit(List<String> numeric, List<String> categorical) {
    int[] numberColumns = numeric.stream().mapToInt(train.layout()::number).toArray();
    int[] textColumns = categorical.stream().mapToInt(train.layout()::text).toArray();
    List<ImputeStrategy> strategies =
        numeric.stream().map(name -> column(name, config.numeric()).strategy()).toList();
    ImputeState state = train.rows().scan(new ImputeState(numberColumns, strategies, textColumns));
    Map<String, Double> medians = medians(numeric);

    Map<String, FittedNumberImpute> numbers = new TreeMap<>();
    for (int i = 0; i < numeric.size(); i++) {
      String name = numeric.get(i);
      numbers.put(name, number(name, state.number(i), medians.get(name)));
    }
    Map<String, FittedCategoryImpute> categories = new TreeMap<>();
    Map<String, CategoryState> vocabularies = new TreeMap<>();
    for (int i = 0; i < categorical.size(); i++) {
      String name = categorical.get(i);
      vocabularies.put(name, state.category(i));
      FittedCategoryImpute fill = category(name, state.category(i));
      if (fill != null) {
        categories.put(name, fill);
      }
    }
    return new FittedImputes(numbers, categories, vocabularies);
  }

  private Map<String, Double> medians(List<String> numeric) {
    List<String> names =
        numeric.stream()
            .filter(name -> column(name, config.numeric()).strategy() == ImputeStrategy.MEDIAN)
            .toList();
    int[] columns = names.stream().mapToInt(train.layout()::number).toArray();
    List<double[]> found = QuantileScan.quantiles(train.rows(), columns, 0.5);
    Map<String, Double> medians = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (found.get(i).length == 1) {
        medians.put(names.get(i), found.get(i)[0]);
      }
    }
    return medians;
  }

  private FittedNumberImpute number(String name, NumberState state, @Nullable Double median) {
    ColumnImpute column = column(name, config.numeric());
    if (column.strategy() != ImputeStrategy.CONSTANT && state.observed() == 0) {
      throw allMissing(name);
    }
    double value =
        switch (column.strategy()) {
          case MEAN -> state.mean();
          case MEDIAN -> median == null ? Double.NaN : median;
          case MODE -> state.mode();
          case CONSTANT -> Double.parseDouble(String.valueOf(column.value()));
          case NONE -> throw new IllegalStateException("numbers are always filled");
        };
    return new FittedNumberImpute(column.strategy(), value);
  }

  private @Nullable FittedCategoryImpute category(String name, CategoryState state) {
    ColumnImpute column = column(name, config.categorical());
    boolean isConstant = column.strategy() == ImputeStrategy.CONSTANT;
    if (!isConstant && state.frequencies().total() == 0) {
      throw allMissing(name);
    }
    return switch (column.strategy()) {
      case MODE ->
          new FittedCategoryImpute(ImputeStrategy.MODE, state.frequencies().mode().orElseThrow());
      case CONSTANT ->
          new FittedCategoryImpute(ImputeStrategy.CONSTANT, String.valueOf(column.value()));
      case NONE -> null;
      case MEAN, MEDIAN -> throw new IllegalStateException("a category has no mean or median");
    };
  }

  private ColumnImpute column(String name, ImputeStrategy otherwise) {
    return config.columns().getOrDefault(name, new ColumnImpute(otherwise, null));
  }

  private static WinnowException allMissing(String name) {
    return WinnowException.data(
        "column '%s': every cell of train is missing; set impute.columns.%s to {strategy: constant, value: …} or give the column role ignore"
            .formatted(name, name));
  }
}
