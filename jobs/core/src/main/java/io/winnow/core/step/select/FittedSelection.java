package io.winnow.core.step.select;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Features that train showed to be dispensable.
 *
 * @param dropped in the order in which they were dropped
 */
public record FittedSelection(List<Dropped> dropped) implements Serializable {

  /**
   * A feature that is not in the feature vector.
   *
   * @param feature its name
   * @param column the column it would be made from
   * @param value its variance, correlation or mutual information
   * @param with the feature that it correlates with, or null
   */
  public record Dropped(
      String feature,
      String column,
      SelectionRule rule,
      double value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String with)
      implements Serializable {}
}
