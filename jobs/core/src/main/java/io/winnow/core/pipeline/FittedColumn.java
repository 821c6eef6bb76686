package io.winnow.core.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.winnow.core.step.encode.FittedEncode;
import io.winnow.core.step.impute.FittedCategoryImpute;
import io.winnow.core.step.impute.FittedNumberImpute;
import io.winnow.core.step.outlier.FittedOutlier;
import io.winnow.core.step.scale.FittedScale;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What was learnt of one feature column. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FittedColumn.Numeric.class, name = "numeric"),
  @JsonSubTypes.Type(value = FittedColumn.Categorical.class, name = "categorical")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface FittedColumn extends Serializable
    permits FittedColumn.Numeric, FittedColumn.Categorical {

  /**
   * A column of numbers: one feature.
   *
   * @param outlier null when it has no fences
   */
  record Numeric(@Nullable FittedOutlier outlier, FittedNumberImpute impute, FittedScale scale)
      implements FittedColumn {}

  /**
   * A column of categories: one feature per slot.
   *
   * @param impute null when missing cells stay missing
   */
  record Categorical(@Nullable FittedCategoryImpute impute, FittedEncode encode)
      implements FittedColumn {}
}
