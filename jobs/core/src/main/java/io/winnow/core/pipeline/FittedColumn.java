package io.winnow.core.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.winnow.core.step.encode.FittedEncode;
import io.winnow.core.step.encode.MissingSlot;
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

  /** Last of the column's features: 1 where the cell was missing before imputation; or null. */
  @Nullable MissingSlot indicator();

  /**
   * A column of numbers: one feature, and the indicator.
   *
   * @param outlier null when it has no fences
   */
  record Numeric(
      @Nullable FittedOutlier outlier,
      FittedNumberImpute impute,
      FittedScale scale,
      @Nullable MissingSlot indicator)
      implements FittedColumn {}

  /**
   * A column of categories: its slots, and the indicator.
   *
   * @param impute null when missing cells stay missing
   */
  record Categorical(
      @Nullable FittedCategoryImpute impute, FittedEncode encode, @Nullable MissingSlot indicator)
      implements FittedColumn {}

  /** Whether the column has an indicator. */
  default boolean hasIndicator() {
    return indicator() == MissingSlot.LAST;
  }
}
