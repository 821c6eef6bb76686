package io.winnow.core.pipeline;

import io.winnow.core.step.encode.FeatureSink;
import io.winnow.core.step.pca.FittedPca;
import io.winnow.core.step.pca.FittedPca.Component;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes features of a row out and gives their principal components instead. */
final class Projection {
  private final int[] inputs;
  private final double[] means;
  private final double[][] loadings;
  private final double[] values;

  /**
   * A projection.
   *
   * @param made all features that the columns make
   */
  Projection(FittedPca pca, List<FittedFeature> made) {
    Map<String, Integer> places = new HashMap<>();
    means = new double[pca.inputs().size()];
    for (int i = 0; i < means.length; i++) {
      places.put(pca.inputs().get(i).feature(), i);
      means[i] = pca.inputs().get(i).mean();
    }
    inputs = made.stream().mapToInt(feature -> places.getOrDefault(feature.name(), -1)).toArray();
    loadings =
        pca.components().stream()
            .map(Component::loadings)
            .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    values = new double[means.length];
  }

  /** How many components there are. */
  int count() {
    return loadings.length;
  }

  void clear() {
    Arrays.fill(values, 0);
  }

  /** Takes a feature if it is one of the inputs. */
  boolean takes(int made, double value) {
    int place = inputs[made];
    if (place >= 0) {
      values[place] = value;
    }
    return place >= 0;
  }

  /** Gives the components of what was taken since it was cleared. */
  void addTo(FeatureSink features) {
    for (int i = 0; i < loadings.length; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += (values[j] - means[j]) * loadings[i][j];
      }
      features.add(i, sum);
    }
  }
}
