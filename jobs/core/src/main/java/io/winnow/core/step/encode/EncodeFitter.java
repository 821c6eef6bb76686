package io.winnow.core.step.encode;

import io.winnow.core.statistics.Frequencies;
import io.winnow.core.step.impute.CategoryState;
import io.winnow.core.step.impute.FittedCategoryImpute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the slots of a column from its train cells after imputation. */
public final class EncodeFitter {
  private EncodeFitter() {}

  /**
   * How a column is encoded.
   *
   * @param train its cells before imputation
   * @param fill what fills missing cells, or null
   */
  public static FittedEncode fit(
      EncodeConfig config,
      String column,
      CategoryState train,
      @Nullable FittedCategoryImpute fill) {
    EncodeConfig own = config.of(column);
    Frequencies<String> cells = new Frequencies<>();
    cells.merge(train.frequencies());
    MissingSlot missing = MissingSlot.NONE;
    String value = fill == null ? null : fill.value();
    if (train.missing() > 0 && value != null) {
      cells.add(value, train.missing());
    } else if (train.missing() > 0) {
      missing = MissingSlot.LAST;
    }
    return switch (own.strategy()) {
      case ONE_HOT -> oneHot(own, cells, missing);
      case ORDINAL -> new FittedEncode.Ordinal(own.unseen(), cells.byFrequency(), missing);
      case HASH -> new FittedEncode.Hash(own.buckets(), missing);
    };
  }

  private static FittedEncode oneHot(
      EncodeConfig own, Frequencies<String> cells, MissingSlot missing) {
    Integer most = own.maxCategories();
    List<String> categories = new ArrayList<>();
    List<String> rare = new ArrayList<>();
    for (String text : cells.byFrequency()) {
      boolean isRare =
          cells.count(text) < own.minFrequency() || (most != null && categories.size() >= most);
      (isRare ? rare : categories).add(text);
    }
    return new FittedEncode.OneHot(
        own.unseen(), List.copyOf(categories), List.copyOf(rare), missing);
  }
}
