package io.winnow.core.step.select;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.manifest.Warning;
import io.winnow.core.scan.MomentsState;
import io.winnow.core.scan.QuantileScan;
import io.winnow.core.scan.QuantileScan.Learnt;
import io.winnow.core.scan.Rows;
import io.winnow.core.statistics.CorrelationState;
import io.winnow.core.step.select.EncodedRows.Feature;
import io.winnow.core.step.select.EncodedRows.Kind;
import io.winnow.core.step.select.FittedSelection.Dropped;
import io.winnow.core.step.select.SelectConfig.CorrelationLimit;
import io.winnow.core.step.select.SelectConfig.InformationLimit;
import io.winnow.core.step.select.SelectConfig.VarianceLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses features by what train shows of them: those that vary, then those that do not repeat an
 * earlier one, then those that tell of the label. Numbers are looked at by their deciles where the
 * label is concerned.
 */
public final class FeatureSelector {
  /** Numeric features whose correlations are looked at: half a million pairs, 24 MB a task. */
  static final int MOST_CORRELATED = 1000;

  private final SelectConfig config;
  private final List<Feature> features;
  private final int[] numbers;
  private final MomentsState moments;
  private final List<double[]> deciles;
  private final List<Dropped> dropped = new ArrayList<>();
  private final List<Warning> warnings;

  private FeatureSelector(SelectConfig config, EncodedRows rows, List<Warning> warnings) {
    this.config = config;
    this.warnings = warnings;
    features = rows.features();
    numbers =
        IntStream.range(0, features.size())
            .filter(i -> features.get(i).kind() == Kind.NUMBER)
            .toArray();
    Rows table = rows.numbers();
    int columns = table.layout().numbers().size();
    MomentsState empty =
        new MomentsState(table.layout(), table.layout().numbers().subList(0, numbers.length));
    if (config.mutualInformation() == null) {
      moments = table.scan(empty);
      deciles = Collections.nCopies(numbers.length + 1, new double[0]);
    } else {
      double[][] probabilities = new double[columns][];
      Arrays.fill(probabilities, NumberBins.probabilities());
      Learnt<MomentsState> learnt =
          QuantileScan.quantiles(
              table, IntStream.range(0, columns).toArray(), probabilities, empty);
      moments = learnt.state();
      deciles = learnt.quantiles();
    }
  }

  /**
   * Selects features.
   *
   * @param rows of train; without any, nothing is dropped
   * @throws WinnowException when no feature is left
   */
  public static FittedSelection fit(SelectConfig config, EncodedRows rows, List<Warning> warnings) {
    return new FeatureSelector(config, rows, warnings).select(rows);
  }

  private FittedSelection select(EncodedRows rows) {
    int[] candidates = correlated();
    NumberBins bins = new NumberBins(deciles, numbers.length, rows.classes());
    SelectionState state = rows.scan(new SelectionState(features, bins, correlations(candidates)));
    List<Integer> left = new ArrayList<>(IntStream.range(0, features.size()).boxed().toList());
    if (state.isEmpty()) {
      return new FittedSelection(List.of());
    }
    dropConstant(left, state);
    dropRepeated(left, state, candidates);
    dropUninformative(left, state);
    if (left.isEmpty() && !dropped.isEmpty()) {
      Dropped last = dropped.get(dropped.size() - 1);
      throw WinnowException.data(
          "select: no feature is left of %d; the last one, '%s', was dropped by select.%s at %s; loosen that limit"
              .formatted(features.size(), last.feature(), last.rule().key(), last.value()));
    }
    return new FittedSelection(List.copyOf(dropped));
  }

  private void dropConstant(List<Integer> left, SelectionState state) {
    VarianceLimit limit = config.variance();
    if (limit == null) {
      return;
    }
    left.removeIf(
        feature -> {
          double variance = variance(feature, state);
          return variance <= limit.min() && drop(feature, SelectionRule.VARIANCE, variance, null);
        });
  }

  private double variance(int feature, SelectionState state) {
    int number = Arrays.binarySearch(numbers, feature);
    return number >= 0 ? moments.moments(number).variance(0) : state.variance(feature);
  }

  /** Places among the numeric features of those whose correlations are looked at. */
  private int[] correlated() {
    if (config.correlation() == null) {
      return new int[0];
    }
    int[] varying =
        IntStream.range(0, numbers.length)
            .filter(i -> moments.moments(i).count() > 0 && moments.moments(i).variance(0) > 0)
            .toArray();
    if (varying.length <= MOST_CORRELATED) {
      return varying;
    }
    warnings.add(
        new Warning(
            "SELECT_CORRELATION_LIMIT",
            "select.correlation: of %d numeric features only the first %d are compared; drop some by role ignore"
                .formatted(varying.length, MOST_CORRELATED)));
    return Arrays.copyOf(varying, MOST_CORRELATED);
  }

  private CorrelationState correlations(int[] candidates) {
    double[] means = new double[candidates.length];
    double[] deviations = new double[candidates.length];
    long rows = 0;
    for (int i = 0; i < candidates.length; i++) {
      means[i] = moments.moments(candidates[i]).mean();
      deviations[i] = moments.moments(candidates[i]).standardDeviation(0);
      rows = moments.moments(candidates[i]).count();
    }
    return new CorrelationState(candidates, means, deviations, rows);
  }

  /** A dropped feature drops no other: what it had in common with a later one is lost with it. */
  private void dropRepeated(List<Integer> left, SelectionState state, int[] candidates) {
    CorrelationLimit limit = config.correlation();
    if (limit == null) {
      return;
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < candidates.length; i++) {
      int feature = numbers[candidates[i]];
      if (!left.contains(feature)) {
        continue;
      }
      boolean repeats = false;
      for (int earlier : kept) {
        Double r = state.correlations().of(earlier, i);
        if (r != null && Math.abs(r) > limit.max()) {
          String with = features.get(numbers[candidates[earlier]]).name();
          repeats = drop(feature, SelectionRule.CORRELATION, r, with);
          break;
        }
      }
      if (repeats) {
        left.remove(Integer.valueOf(feature));
      } else {
        kept.add(i);
      }
    }
  }

  private void dropUninformative(List<Integer> left, SelectionState state) {
    InformationLimit limit = config.mutualInformation();
    if (limit == null) {
      return;
    }
    double[] information = new double[features.size()];
    left.forEach(feature -> information[feature] = state.information(feature));
    List<Integer> best = new ArrayList<>(left);
    Integer top = limit.top();
    Double min = limit.min();
    if (top != null) {
      Comparator<Integer> least = Comparator.comparingDouble(feature -> information[feature]);
      // The sort is stable, so of equals the earlier one stays.
      best.sort(least.reversed());
      best = best.subList(0, Math.min(top, best.size()));
    }
    if (min != null) {
      best = best.stream().filter(feature -> information[feature] >= min).toList();
    }
    Set<Integer> staying = Set.copyOf(best);
    left.removeIf(
        feature ->
            !staying.contains(feature)
                && drop(feature, SelectionRule.MUTUAL_INFORMATION, information[feature], null));
  }

  private boolean drop(int feature, SelectionRule rule, double value, @Nullable String with) {
    Feature found = features.get(feature);
    dropped.add(new Dropped(found.name(), found.column(), rule, value, with));
    return true;
  }
}
