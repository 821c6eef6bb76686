package io.winnow.core.step.impute.knn;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How missing cells are filled from neighbours, where a column's strategy is {@code knn}.
 *
 * @param features columns in the distance when {@code columns} is not given
 * @param columns names of the features in the distance
 * @param scale what differences of numbers are divided by
 * @param maxWork pairs of rows times columns of the distance that filling train may take; beyond
 *     it, donors are sampled
 * @param maxBroadcastBytes donors that every executor holds at a time
 */
public record KnnConfig(
    int k,
    NeighbourWeights weights,
    Features features,
    @Nullable List<String> columns,
    Scale scale,
    double maxWork,
    long maxBroadcastBytes) {

  /** Features that take part in the distance. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Features {
    /** Numbers. */
    NUMERIC,
    /** Numbers, and categories by overlap. */
    ALL
  }

  /** What differences of numbers are divided by. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Scale {
    /** The standard deviation of the column's observed train values, so that no unit dominates. */
    STANDARD,
    /** Nothing. */
    NONE
  }

  /** What becomes of the neighbours. */
  public KnnParameters parameters() {
    return new KnnParameters(k, weights);
  }
}
