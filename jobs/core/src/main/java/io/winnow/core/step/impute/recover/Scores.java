package io.winnow.core.step.impute.recover;

import io.winnow.core.config.Json;
import io.winnow.core.statistics.Moments;
import io.winnow.core.step.impute.ImputeStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * How close the fills of hidden cells come to what was there. Candidates are given the simplest
 * first.
 */
final class Scores {
  static final String NRMSE = "nrmse";
  static final String ACCURACY = "accuracy";

  private Scores() {}

  /**
   * √(Σ (fill − hidden)² / n) / σ, with σ the standard deviation of the n hidden values themselves,
   * so that a fill by their own mean scores 1. None when σ is 0 or there is no cell.
   *
   * @param hidden values in an order that does not depend on partitions
   * @param fills of a candidate by place in {@code hidden}
   */
  static Map<ImputeStrategy, Double> nrmse(
      double[] hidden, Map<ImputeStrategy, IntToDoubleFunction> fills) {
    Map<ImputeStrategy, Double> scores = new LinkedHashMap<>();
    Moments moments = new Moments();
    for (double value : hidden) {
      moments.add(value);
    }
    double deviation = hidden.length == 0 ? 0 : moments.standardDeviation(0);
    if (deviation > 0) {
      fills.forEach(
          (strategy, fill) -> {
            double squares = 0;
            for (int i = 0; i < hidden.length; i++) {
              double error = fill.applyAsDouble(i) - hidden[i];
              squares += error * error;
            }
            scores.put(strategy, Math.sqrt(squares / hidden.length) / deviation);
          });
    }
    return scores;
  }

  /**
   * The share of the hidden categories that are recovered. None when there is no cell.
   *
   * @param fills of a candidate by place in {@code hidden}
   */
  static Map<ImputeStrategy, Double> accuracy(
      List<String> hidden, Map<ImputeStrategy, IntFunction<String>> fills) {
    Map<ImputeStrategy, Double> scores = new LinkedHashMap<>();
    if (!hidden.isEmpty()) {
      fills.forEach(
          (strategy, fill) -> {
            int right = 0;
            for (int i = 0; i < hidden.size(); i++) {
              right += hidden.get(i).equals(fill.apply(i)) ? 1 : 0;
            }
            scores.put(strategy, (double) right / hidden.size());
          });
    }
    return scores;
  }

  /**
   * The simplest candidate whose score is within a margin of the best one.
   *
   * @param measure {@link #NRMSE}, of which less is better, or {@link #ACCURACY}
   * @param scores at least one
   */
  static ImputeStrategy simplest(
      String measure, Map<ImputeStrategy, Double> scores, double margin) {
    double sign = measure.equals(NRMSE) ? 1 : -1;
    double best = scores.values().stream().mapToDouble(score -> sign * score).min().orElseThrow();
    return scores.entrySet().stream()
        .filter(entry -> sign * entry.getValue() <= best + margin)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** The scores with strategies as a pipeline file spells them. */
  static Map<String, Double> named(Map<ImputeStrategy, Double> scores) {
    Map<String, Double> named = new LinkedHashMap<>();
    scores.forEach((strategy, score) -> named.put(name(strategy), score));
    return named;
  }

  static String name(ImputeStrategy strategy) {
    return Json.MAPPER.valueToTree(strategy).asText();
  }
}
