package io.winnow.core.pipeline;

import io.winnow.core.step.encode.FittedEncode;
import io.winnow.core.step.encode.SlotName;
import io.winnow.core.step.encode.SlotName.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The features of a pipeline and their names: the column's own, {@code column=category} or {@code
 * column=<missing>}. No two are the same: where a category makes a name that is taken, {@code #2}
 * is put behind it, or {@code #3}. Names without a category are given first, so that {@code
 * column=<missing>} stays that of missing cells.
 */
final class FeatureVector {
  private final List<String> columns = new ArrayList<>();
  private final List<SlotName> wanted = new ArrayList<>();

  private FeatureVector() {}

  /**
   * The features in their order.
   *
   * @param order names of columns; those that were not fitted are passed over
   */
  static List<FittedFeature> of(List<String> order, Map<String, FittedColumn> fitted) {
    FeatureVector vector = new FeatureVector();
    for (String name : order) {
      FittedColumn column = fitted.get(name);
      if (column != null) {
        for (SlotName slot : slots(name, column)) {
          vector.columns.add(name);
          vector.wanted.add(slot);
        }
      }
    }
    return vector.named();
  }

  /** Features by column. */
  static Map<String, Long> widths(Map<String, FittedColumn> fitted) {
    Map<String, Long> widths = new TreeMap<>();
    fitted.forEach((name, column) -> widths.put(name, (long) slots(name, column).size()));
    return widths;
  }

  private static List<SlotName> slots(String name, FittedColumn column) {
    List<SlotName> slots = new ArrayList<>();
    if (column instanceof FittedColumn.Categorical categorical) {
      slots.addAll(categorical.encode().slots(name));
    } else {
      slots.add(new SlotName(name, Source.OWN));
    }
    if (column.hasIndicator()) {
      slots.add(new SlotName(name + "=" + FittedEncode.MISSING, Source.OWN));
    }
    return slots;
  }

  private List<FittedFeature> named() {
    Set<String> taken = new HashSet<>();
    String[] names = new String[wanted.size()];
    for (Source source : Source.values()) {
      for (int i = 0; i < names.length; i++) {
        if (wanted.get(i).source() == source) {
          names[i] = unique(wanted.get(i).name(), taken);
        }
      }
    }
    List<FittedFeature> features = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      features.add(new FittedFeature(names[i], columns.get(i)));
    }
    return features;
  }

  private static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "#" + i;
    }
    return name;
  }
}
