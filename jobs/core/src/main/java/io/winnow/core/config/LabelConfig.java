package io.winnow.core.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be predicted.
 *
 * @param map class of each label value, {@code "*"} standing for all others; null keeps the values
 * @param classes the classes in their order, or null for numeric or else alphabetical order
 */
public record LabelConfig(
    String column,
    @Nullable Map<String, String> map,
    @Nullable List<String> classes,
    MissingLabel missing,
    LabelScale scale)
    implements Serializable {
  /** Nothing is predicted. No column has this name. */
  public static final LabelConfig NONE =
      new LabelConfig("", null, null, MissingLabel.DROP, LabelScale.NONE);

  /** Whether nothing is predicted. */
  @JsonIgnore
  public boolean isAbsent() {
    return column.isEmpty();
  }
}
