package io.winnow.core.step.impute.regression;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** How a column is predicted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Target.Numeric.class, name = "numeric"),
  @JsonSubTypes.Type(value = Target.Categorical.class, name = "categorical")
})
public sealed interface Target extends Serializable permits Target.Numeric, Target.Categorical {

  /**
   * A number, in the column's own unit, by one equation. A prediction outside of what train
   * observes is moved to the bound: a linear function has no notion of what is possible, such as an
   * age below 0.
   *
   * @param min the least value that train observes
   * @param max the greatest value that train observes
   */
  record Numeric(Equation equation, double min, double max) implements Target {}

  /**
   * A category: the one whose equation is greatest, of equals the first.
   *
   * @param classes equations by category
   */
  record Categorical(Map<String, Equation> classes) implements Target {
    /** Sorts the categories. */
    public Categorical {
      classes = new TreeMap<>(classes);
    }
  }
}
