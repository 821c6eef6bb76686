package io.winnow.train.feed;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.model.Architecture;
import io.winnow.network.model.EmbeddedFeature;
import java.io.Serializable;
import java.util.List;

/**
 * Whether an embedding has a vector for every code of a split. Deeplearning4j would find out in the
 * middle of a task, or on a GPU not at all.
 */
public final class CodeCheck implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String split;
  private final int features;
  private final String[] layers;
  private final int[] positions;
  private final long[] codes;

  private CodeCheck(String split, int features, List<EmbeddedFeature> embedded) {
    this.split = split;
    this.features = features;
    int count = embedded.stream().mapToInt(EmbeddedFeature::count).sum();
    layers = new String[count];
    positions = new int[count];
    codes = new long[count];
    int next = 0;
    for (EmbeddedFeature feature : embedded) {
      for (int i = 0; i < feature.count(); i++, next++) {
        layers[next] = feature.layer();
        positions[next] = feature.first() + i;
        codes[next] = feature.codes();
      }
    }
  }

  /**
   * Reads the rows, where the network embeds something.
   *
   * @throws WinnowException naming the first row by key whose code has no vector
   */
  public static void require(Architecture architecture, FittedLabel label, PreparedSplit split) {
    List<EmbeddedFeature> embedded = EmbeddedFeature.of(architecture);
    if (embedded.isEmpty() || split.isEmpty()) {
      return;
    }
    int features = split.features();
    CodeCheck check = new CodeCheck(split.name(), features, embedded);
    List<String> first =
        split
            .rows(label, features)
            .map(check::problem)
            .filter(problem -> !problem.isEmpty())
            .takeOrdered(1);
    if (!first.isEmpty()) {
      throw WinnowException.data(first.get(0));
    }
  }

  /** Empty where there is none, or where whoever uses the row tells of another. */
  private String problem(PreparedRow row) {
    if (row.problem() != null) {
      return "";
    }
    float[] values = row.dense(features);
    for (int i = 0; i < positions.length; i++) {
      float value = values[positions[i]];
      if (value < 0 || value >= codes[i] || value != Math.rint(value)) {
        return ("prepared/%s: row '%s' has %s in feature %d, of which embedding '%s' has vectors"
                + " for 0 to %d; give the layer as many as the column has categories, and two more"
                + " for missing and unseen")
            .formatted(split, row.key(), value, positions[i], layers[i], codes[i] - 1);
      }
    }
    return "";
  }
}
