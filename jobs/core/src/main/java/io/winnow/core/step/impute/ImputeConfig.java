package io.winnow.core.step.impute;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fills missing cells.
 *
 * @param numeric strategy of numeric features not named
 * @param categorical strategy of categorical features not named
 * @param columns strategies by column name
 */
public record ImputeConfig(
    ImputeStrategy numeric, ImputeStrategy categorical, Map<String, ColumnImpute> columns) {

  /**
   * Strategy of one column.
   *
   * @param value for {@link ImputeStrategy#CONSTANT}: a number or a text
   */
  public record ColumnImpute(ImputeStrategy strategy, @Nullable String value) {}
}
