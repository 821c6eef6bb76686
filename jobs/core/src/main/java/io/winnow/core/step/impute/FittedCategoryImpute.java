package io.winnow.core.step.impute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a missing category.
 *
 * @param value what fills it; null when its row is dropped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FittedCategoryImpute(ImputeStrategy strategy, @Nullable String value)
    implements Serializable {}
