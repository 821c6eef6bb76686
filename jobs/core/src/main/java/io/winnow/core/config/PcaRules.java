package io.winnow.core.config;

import io.winnow.core.failure.WinnowException;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.core.step.pca.PcaConfig;
import java.util.List;

/** What holds between principal components and the columns that they are made of. */
final class PcaRules {
  private PcaRules() {}

  static void check(String file, PipelineConfig config, TableSchema table) {
    PcaConfig pca = config.pca();
    if (pca == null) {
      return;
    }
    ColumnRules columns = new ColumnRules(file, table);
    if ((pca.components() == null) == (pca.variance() == null)) {
      throw WinnowException.usage(
          file + ": pca: needs either 'components' or 'variance', and takes not both");
    }
    List<String> declared = pca.columns();
    if (declared != null) {
      for (String name : declared) {
        if (!columns.feature("pca.columns", name).isNumeric()) {
          throw columns.refused(
              "pca.columns", name, "is not numeric; only numbers have principal components");
        }
      }
    }
    long width = declared == null ? numeric(table) : declared.size();
    Integer components = pca.components();
    if (width == 0 || (components != null && components > width)) {
      throw columns.refused(
          "pca",
          components == null ? "variance" : "components: " + components,
          "is more than the %d numeric columns have; lower it, or name more in pca.columns"
              .formatted(width));
    }
    if (width > pca.maxFeatures()) {
      throw columns.refused(
          "pca.maxFeatures",
          pca.maxFeatures(),
          "is less than the %d numeric columns; the driver holds their squared number several times; name some in pca.columns, or raise it"
              .formatted(width));
    }
  }

  private static long numeric(TableSchema table) {
    return table.columns().stream()
        .filter(column -> column.role() == Role.FEATURE)
        .filter(ColumnSchema::isNumeric)
        .count();
  }
}
