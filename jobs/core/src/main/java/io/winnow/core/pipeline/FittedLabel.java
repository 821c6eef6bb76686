package io.winnow.core.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.winnow.core.config.LabelScale;
import io.winnow.core.metrics.Task;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How label cells become the {@code label} column of prepared data, and how a network sees it.
 *
 * <p>Of a classification the prepared label is the index of the class. Of a regression it is the
 * raw number; a network is trained on {@code (label - mean) / standardDeviation}, with both taken
 * from train, or 0 and 1 for {@link LabelScale#NONE}.
 *
 * <p>Where nothing is predicted the column has no name, and the task no meaning.
 *
 * @param map class of each label value, {@code "*"} standing for all others; null keeps the values
 * @param classes class names by index; empty for a regression
 */
public record FittedLabel(
    String column,
    Task task,
    @Nullable Map<String, String> map,
    List<String> classes,
    double mean,
    double standardDeviation)
    implements Serializable {

  /** Whether nothing is predicted. */
  @JsonIgnore
  public boolean isAbsent() {
    return column.isEmpty();
  }

  /** Units of the output layer: one per class, or 1 for a regression. */
  public int outputs() {
    return task == Task.CLASSIFICATION ? classes.size() : 1;
  }

  /** What the network is trained on for a raw regression label. */
  public double scaled(double label) {
    return (label - mean) / standardDeviation;
  }

  /** The raw regression value of what the network gives. */
  public double unscaled(double output) {
    return output * standardDeviation + mean;
  }
}
