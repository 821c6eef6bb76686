package io.winnow.core.profile.check;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.winnow.core.profile.ColumnProfile;
import io.winnow.core.profile.Profile;
import org.jspecify.annotations.Nullable;

/** What can be compared between two nights. */
@EnumNaming(CamelCaseStrategy.class)
public enum ChangeMetric {
  /** Accepted rows. */
  ROW_COUNT,
  /** Share of the rows that have a value. */
  COMPLETENESS,
  /** Mean of a numeric column. */
  MEAN,
  /** Different values of a column. */
  DISTINCT;

  /** Its value in a profile, or null where the profile does not have it. */
  @Nullable Double of(Profile profile, @Nullable String name) {
    ColumnProfile column = name == null ? null : profile.column(name).orElse(null);
    double rows = profile.rows().accepted();
    return switch (this) {
      case ROW_COUNT -> rows;
      case COMPLETENESS -> column == null || rows == 0 ? null : column.observed() / rows;
      case MEAN ->
          column == null || column.numbers() == null ? null : (Double) column.numbers().mean();
      case DISTINCT ->
          column == null || column.distinct() == null
              ? null
              : (Double) (double) column.distinct().count();
    };
  }
}
