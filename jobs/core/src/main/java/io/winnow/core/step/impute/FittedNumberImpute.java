package io.winnow.core.step.impute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a missing number.
 *
 * @param value what fills it, in the column's own unit; null when its row is dropped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FittedNumberImpute(ImputeStrategy strategy, @Nullable Double value)
    implements Serializable {}
