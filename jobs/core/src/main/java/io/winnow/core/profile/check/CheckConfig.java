package io.winnow.core.profile.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.winnow.core.config.Json;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declared check. {@code schemas/pipeline.schema.json} says what each key means for each type.
 *
 * @param name null for one made of type and column
 * @param metric what {@link CheckType#CHANGE} compares
 * @param share of the values that must conform, for the types that look at each
 */
public record CheckConfig(
    @Nullable String name,
    CheckType type,
    @Nullable String column,
    @Nullable ChangeMetric metric,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable Double share,
    @Nullable Double tolerance,
    @Nullable List<String> values,
    @Nullable String pattern,
    Severity severity)
    implements Serializable {

  /** Its name, or what stands for one, as {@code range(age)} or {@code change(mean of age)}. */
  @JsonIgnore
  public String title() {
    if (name != null) {
      return name;
    }
    String kind = Json.MAPPER.valueToTree(type).asText();
    if (metric == null) {
      return column == null ? kind : "%s(%s)".formatted(kind, column);
    }
    String of = Json.MAPPER.valueToTree(metric).asText();
    return column == null
        ? "%s(%s)".formatted(kind, of)
        : "%s(%s of %s)".formatted(kind, of, column);
  }

  /** The share of the values that must conform; all of them unless declared. */
  double leastShare() {
    return share == null ? 1 : share;
  }
}
