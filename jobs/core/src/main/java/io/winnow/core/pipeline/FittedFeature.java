package io.winnow.core.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One position of the feature vector.
 *
 * @param name the column, {@code column=category} of a slot, or {@code pc_1} and so on
 * @param column the raw column it is made from; null of a principal component
 */
public record FittedFeature(
    String name, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String column)
    implements Serializable {}
