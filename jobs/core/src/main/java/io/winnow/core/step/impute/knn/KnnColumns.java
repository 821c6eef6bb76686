package io.winnow.core.step.impute.knn;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.statistics.Frequencies;
import io.winnow.core.statistics.Moments;
import java.util.List;

/** Makes columns of a space of what train tells of them. */
final class KnnColumns {
  private final KnnConfig config;
  private final KnnFeatures features;

  KnnColumns(KnnConfig config, KnnFeatures features) {
    this.config = config;
    this.features = features;
  }

  KnnColumn number(String name, Moments moments) {
    boolean isObserved = isObserved(name, moments.count());
    double deviation =
        switch (config.scale()) {
          case STANDARD -> isObserved ? moments.standardDeviation(0) : 0;
          case NONE -> 1;
        };
    return new KnnColumn(
        name,
        features.part(name, config),
        Measure.DIFFERENCE,
        // A constant column tells no donors apart, whatever it is divided by.
        deviation > 0 ? deviation : 1,
        isObserved ? moments.mean() : 0);
  }

  KnnColumn category(String name, List<String> known, Frequencies<String> frequencies) {
    int mode = isObserved(name, known.size()) ? known.indexOf(frequencies.mode().orElseThrow()) : 0;
    return new KnnColumn(name, features.part(name, config), Measure.OVERLAP, 1, mode);
  }

  private boolean isObserved(String name, long count) {
    if (count == 0 && features.isTarget(name)) {
      throw WinnowException.data(
          "column '%s': every cell of train is missing; set impute.columns.%s to {strategy: constant, value: …} or give the column role ignore"
              .formatted(name, name));
    }
    return count > 0;
  }
}
