package io.winnow.core.metrics;

import io.winnow.core.statistics.ExactSum;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Mergeable state from which the metrics of a classifier are read.
 *
 * <p>Kept are the confusion matrix, the exact sum of the log losses and, for the ROC curves, the
 * scores: 4 bytes a row for two classes, 4 bytes a row and class for more. Everything is counted or
 * summed exactly, so the metrics are the same bits for any partitioning and order of the rows.
 *
 * <p>The predicted class is the one of the highest probability, of several the one with the lowest
 * index. The log loss is that of the probabilities widened to double, as {@code
 * sklearn.metrics.log_loss} computes it from a float64 array.
 */
public final class ClassificationState implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** scikit-learn clips to the machine epsilon of the array's type, here that of float64. */
  private static final double CLIP = 0x1p-52;

  /** How far rounding in single precision may carry a probability out of [0, 1]. */
  private static final float ROUNDING = 1e-5f;

  private final List<String> labels;
  private final long[][] confusionMatrix;
  private final ExactSum logLosses = new ExactSum();
  private final RankedScores[] scores;

  /**
   * Starts with no rows.
   *
   * @param labels the classes in the order of their indices, at least two
   */
  public ClassificationState(List<String> labels) {
    if (labels.size() < 2) {
      throw new IllegalArgumentException("a classifier needs at least 2 classes, not " + labels);
    }
    this.labels = List.copyOf(labels);
    confusionMatrix = new long[labels.size()][labels.size()];
    // The curve of the first of two classes is that of the second, mirrored.
    int curves = labels.size() == 2 ? 1 : labels.size();
    scores =
        IntStream.range(0, curves).mapToObj(i -> new RankedScores()).toArray(RankedScores[]::new);
  }

  /**
   * Adds one row.
   *
   * @param actual index of the row's class
   * @param probabilities one for each class, in the order of the labels
   * @throws IllegalArgumentException if there is no such class, or the probabilities are not one
   *     for each class and between 0 and 1
   */
  public void add(int actual, float[] probabilities) {
    check(actual, probabilities);
    confusionMatrix[actual][argmax(probabilities)]++;
    double clipped = Math.min(Math.max(probabilities[actual], CLIP), 1 - CLIP);
    // StrictMath gives the same bits on every platform.
    logLosses.add(-StrictMath.log(clipped));
    for (int i = 0; i < scores.length; i++) {
      int label = labels.size() - scores.length + i;
      if (label == actual) {
        scores[i].addMember(probabilities[label]);
      } else {
        scores[i].addOther(probabilities[label]);
      }
    }
  }

  /**
   * Adds all rows of the other; the other one is left as it is.
   *
   * @throws IllegalArgumentException if the other has different labels
   */
  public void merge(ClassificationState other) {
    if (!labels.equals(other.labels)) {
      throw new IllegalArgumentException(
          "cannot merge the metrics of classes %s and %s".formatted(labels, other.labels));
    }
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < labels.size(); j++) {
        confusionMatrix[i][j] += other.confusionMatrix[i][j];
      }
    }
    logLosses.merge(other.logLosses);
    for (int i = 0; i < scores.length; i++) {
      scores[i].merge(other.scores[i]);
    }
  }

  /**
   * The metrics of the rows added so far.
   *
   * @throws IllegalStateException if there are none
   */
  public ClassificationMetrics metrics() {
    long rows = Arrays.stream(confusionMatrix).flatMapToLong(Arrays::stream).sum();
    if (rows == 0) {
      throw new IllegalStateException("there are no rows to measure the classifier on");
    }
    long[] predicted = IntStream.range(0, labels.size()).mapToLong(this::predicted).toArray();
    PerClass[] classes =
        IntStream.range(0, labels.size())
            .mapToObj(i -> PerClass.of(confusionMatrix[i][i], predicted[i], support(i)))
            .toArray(PerClass[]::new);
    List<PerClass> seen =
        IntStream.range(0, classes.length)
            .filter(i -> predicted[i] + classes[i].support() > 0)
            .mapToObj(i -> classes[i])
            .toList();
    List<PerClass> actual = seen.stream().filter(each -> each.support() > 0).toList();
    List<ScoreCurve> curves = curves();
    long hits = IntStream.range(0, classes.length).mapToLong(i -> confusionMatrix[i][i]).sum();
    return new ClassificationMetrics(
        rows,
        (double) hits / rows,
        rocAuc(curves),
        logLosses.mean(rows),
        mean(seen, PerClass::f1),
        mean(seen, PerClass::precision),
        mean(seen, PerClass::recall),
        seen.stream().mapToDouble(each -> each.f1() * each.support()).sum() / rows,
        mean(actual, PerClass::recall),
        byLabel(classes),
        Arrays.stream(confusionMatrix).map(row -> Arrays.stream(row).boxed().toList()).toList(),
        labels,
        curves);
  }

  private void check(int actual, float[] probabilities) {
    if (actual < 0 || actual >= labels.size()) {
      throw new IllegalArgumentException(
          "class %d does not exist; there are %d".formatted(actual, labels.size()));
    }
    if (probabilities.length != labels.size()) {
      throw new IllegalArgumentException(
          "%d probabilities were given for %d classes"
              .formatted(probabilities.length, labels.size()));
    }
    for (int i = 0; i < probabilities.length; i++) {
      if (!(probabilities[i] >= -ROUNDING && probabilities[i] <= 1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "the probability of class '%s' is %s, which is not between 0 and 1"
                .formatted(labels.get(i), probabilities[i]));
      }
    }
  }

  private static int argmax(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  private long support(int label) {
    return Arrays.stream(confusionMatrix[label]).sum();
  }

  private long predicted(int label) {
    return Arrays.stream(confusionMatrix).mapToLong(row -> row[label]).sum();
  }

  /** The curve of each class that has rows on both sides. */
  private List<ScoreCurve> curves() {
    int first = labels.size() - scores.length;
    return IntStream.range(0, scores.length)
        .filter(i -> scores[i].defined())
        .mapToObj(i -> scores[i].walk().curve(labels.get(first + i)))
        .toList();
  }

  private @Nullable Double rocAuc(List<ScoreCurve> curves) {
    return curves.size() < scores.length
        ? null
        : curves.stream().mapToDouble(ScoreCurve::rocAuc).sum() / scores.length;
  }

  private static double mean(List<PerClass> classes, ToDoubleFunction<PerClass> figure) {
    return classes.stream().mapToDouble(figure).sum() / classes.size();
  }

  private Map<String, PerClass> byLabel(PerClass[] classes) {
    Map<String, PerClass> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < classes.length; i++) {
      byLabel.put(labels.get(i), classes[i]);
    }
    return Collections.unmodifiableMap(byLabel);
  }
}
