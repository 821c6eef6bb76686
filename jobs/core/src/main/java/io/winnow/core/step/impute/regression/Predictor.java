package io.winnow.core.step.impute.regression;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;
import java.util.List;

/** A column that others are predicted from, as train shows it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Predictor.Numeric.class, name = "numeric"),
  @JsonSubTypes.Type(value = Predictor.Categorical.class, name = "categorical")
})
public sealed interface Predictor extends Serializable
    permits Predictor.Numeric, Predictor.Categorical {

  /** Elements of the vector that it takes. */
  int width();

  /**
   * A number x, which counts as (x − mean) / standardDeviation, and as 0 when it is missing.
   *
   * @param standardDeviation with ddof 0; above 0
   */
  record Numeric(double mean, double standardDeviation) implements Predictor {
    @Override
    public int width() {
      return 1;
    }
  }

  /**
   * A category, of which each but the rare ones has a slot that is 1 or 0.
   *
   * @param mode what a missing cell counts as
   * @param categories in the order of their slots
   */
  record Categorical(String mode, List<String> categories) implements Predictor {
    /** Copies the categories. */
    public Categorical {
      categories = List.copyOf(categories);
    }

    @Override
    public int width() {
      return categories.size();
    }
  }
}
