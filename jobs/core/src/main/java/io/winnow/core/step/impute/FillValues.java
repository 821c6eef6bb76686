package io.winnow.core.step.impute;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.step.impute.ImputeConfig.ColumnImpute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses what fills a column from what train tells of it. */
final class FillValues {
  private static final String SENTINEL_TEXT = "<missing>";

  private final List<Warning> warnings;

  FillValues(List<Warning> warnings) {
    this.warnings = warnings;
  }

  FittedNumberImpute number(
      String name, ColumnImpute column, NumberState state, @Nullable Double median) {
    if (needsValues(column.strategy()) && state.observed() == 0) {
      throw allMissing(name);
    }
    Double value =
        switch (column.strategy()) {
          // For knn it is what fills a row that no donor has a distance to, for regression what the
          // column counts as where it predicts another.
          case MEAN, REGRESSION, KNN -> state.mean();
          case MEDIAN -> median == null ? Double.NaN : median;
          case MODE -> state.mode();
          case CONSTANT -> Double.parseDouble(String.valueOf(column.value()));
          case SENTINEL -> sentinel(name, column.value(), state);
          case DROP_ROW -> null;
          case NONE, AUTO ->
              throw new IllegalStateException("a number is not filled by " + column.strategy());
        };
    return new FittedNumberImpute(column.strategy(), value);
  }

  /** Null when missing cells stay missing. */
  @Nullable FittedCategoryImpute category(String name, ColumnImpute column, CategoryState state) {
    if (needsValues(column.strategy()) && state.frequencies().total() == 0) {
      throw allMissing(name);
    }
    return switch (column.strategy()) {
      case MODE, REGRESSION, KNN ->
          new FittedCategoryImpute(column.strategy(), state.frequencies().mode().orElseThrow());
      case CONSTANT ->
          new FittedCategoryImpute(ImputeStrategy.CONSTANT, String.valueOf(column.value()));
      case SENTINEL ->
          new FittedCategoryImpute(
              ImputeStrategy.SENTINEL, sentinel(name, column.value(), state.frequencies()));
      case DROP_ROW -> new FittedCategoryImpute(ImputeStrategy.DROP_ROW, null);
      case NONE -> null;
      case MEAN, MEDIAN, AUTO ->
          throw new IllegalStateException("a category is not filled by " + column.strategy());
    };
  }

  private static boolean needsValues(ImputeStrategy strategy) {
    return switch (strategy) {
      case MEAN, MEDIAN, MODE, REGRESSION, KNN, AUTO, DROP_ROW, NONE -> true;
      case CONSTANT, SENTINEL -> false;
    };
  }

  private double sentinel(String name, @Nullable String declared, NumberState state) {
    if (declared != null) {
      double value = Double.parseDouble(declared);
      warnIf(state.spans(value), name, declared, "lies among the values");
      return value;
    }
    double below = state.sentinel();
    if (Double.isNaN(below)) {
      throw WinnowException.data(
          "column '%s': no finite number lies clearly below its values in train; set impute.columns.%s.value"
              .formatted(name, name));
    }
    return below;
  }

  private String sentinel(String name, @Nullable String declared, Frequencies<String> cells) {
    if (declared != null) {
      warnIf(cells.count(declared) > 0, name, declared, "is one of the categories");
      return declared;
    }
    String text = SENTINEL_TEXT;
    while (cells.count(text) > 0) {
      text = "<" + text + ">";
    }
    return text;
  }

  private void warnIf(boolean observed, String name, String value, String where) {
    if (observed) {
      warnings.add(
          new Warning(
              "SENTINEL_OBSERVED",
              "column '%s': impute.columns.%s.value '%s' %s that train observed, so missing cells are not told apart; choose another"
                  .formatted(name, name, value, where)));
    }
  }

  private static WinnowException allMissing(String name) {
    return WinnowException.data(
        "column '%s': every cell of train is missing; set impute.columns.%s to {strategy: constant, value: …} or give the column role ignore"
            .formatted(name, name));
  }
}
