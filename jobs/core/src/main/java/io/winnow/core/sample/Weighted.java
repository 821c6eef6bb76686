package io.winnow.core.sample;

import java.util.List;
import java.util.stream.IntStream;

/** Texts with the shares that chance gives them. */
final class Weighted {
  private final List<String> texts;
  private final double[] cumulative;

  private Weighted(double[] weights, List<String> texts) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    this.texts = texts;
    this.cumulative = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] / total;
      cumulative[i] = sum;
    }
  }

  /** Texts with weights of any sum, one for each. */
  static Weighted of(List<Integer> weights, String... texts) {
    return new Weighted(
        weights.stream().mapToDouble(Integer::doubleValue).toArray(), List.of(texts));
  }

  /** Texts whose weight falls as 1 / (rank + 2), as names of places and products do. */
  static Weighted falling(String... texts) {
    return new Weighted(
        IntStream.range(0, texts.length).mapToDouble(rank -> 1.0 / (rank + 2)).toArray(),
        List.of(texts));
  }

  /** The text that owns a point of [0, 1). */
  String at(double point) {
    int i = 0;
    while (i < cumulative.length - 1 && point >= cumulative[i]) {
      i++;
    }
    return texts.get(i);
  }
}
