package io.winnow.train.feed;

import io.winnow.core.config.ClassWeightConfig;
import io.winnow.core.failure.WinnowException;
import io.winnow.core.metrics.Task;
import io.winnow.core.pipeline.FittedLabel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a row counts in the loss, by its class: {@code w(c) * n / sum(w(c') * n(c'))}, so that
 * the rows of train count 1 on average and a learning rate means the same. Balanced classes have
 * {@code w(c) = 1 / n(c)}, which gives {@code n / (classes * n(c))} as in scikit-learn.
 *
 * @param byClass weight of each class
 */
public record ClassWeights(List<Double> byClass) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The weights of a training, or null where all rows count the same.
   *
   * @param weightsByClass of the rows of train, added up; their numbers where all count the same
   * @throws WinnowException where a weight is of no class, or the label has none
   */
  public static @Nullable ClassWeights of(
      @Nullable ClassWeightConfig config, FittedLabel label, List<Double> weightsByClass) {
    if (config == null) {
      return null;
    }
    if (label.task() != Task.CLASSIFICATION) {
      throw WinnowException.usage(
          "training.classWeights: label '%s' is a number and has no classes; remove the key"
              .formatted(label.column()));
    }
    for (String named : config.declared().keySet()) {
      if (!label.classes().contains(named)) {
        throw WinnowException.usage(
            "training.classWeights: '%s' is no class of label '%s'; its classes are %s"
                .formatted(named, label.column(), String.join(", ", label.classes())));
      }
    }
    return new ClassWeights(normal(raw(config, label, weightsByClass), weightsByClass));
  }

  /**
   * Weight of a row.
   *
   * @param label index of its class
   */
  float weight(double label) {
    return byClass.get((int) label).floatValue();
  }

  private static List<Double> raw(
      ClassWeightConfig config, FittedLabel label, List<Double> rowsByClass) {
    List<Double> raw = new ArrayList<>();
    for (int i = 0; i < rowsByClass.size(); i++) {
      double rows = rowsByClass.get(i);
      raw.add(
          switch (config.kind()) {
            case BALANCED -> rows == 0 ? 0 : 1.0 / rows;
            case DECLARED -> config.declared().getOrDefault(label.classes().get(i), 1.0);
          });
    }
    return raw;
  }

  private static List<Double> normal(List<Double> raw, List<Double> rowsByClass) {
    double rows = 0;
    double weighted = 0;
    for (int i = 0; i < raw.size(); i++) {
      rows += rowsByClass.get(i);
      weighted += raw.get(i) * rowsByClass.get(i);
    }
    if (weighted == 0) {
      throw WinnowException.usage(
          "training.classWeights: no row of train counts; give one of its classes a weight above 0");
    }
    double scale = rows / weighted;
    return raw.stream().map(weight -> weight * scale).toList();
  }
}
