package io.winnow.prepare;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.failure.WinnowException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts the classes of a label in order: as declared, or by number, or by the alphabet. */
final class ClassOrder {
  private ClassOrder() {}

  /**
   * The classes by index.
   *
   * @param found classes that rows have
   * @throws WinnowException when there is only one
   */
  static List<String> of(LabelConfig config, Collection<String> found) {
    if (found.size() < 2) {
      throw WinnowException.data(
          "label column '%s': only the class '%s' occurs; a network needs two or more to learn from"
              .formatted(config.column(), String.join("", found)));
    }
    if (config.classes() != null) {
      return config.classes();
    }
    boolean numbers = found.stream().allMatch(ClassOrder::isNumber);
    Comparator<String> order =
        numbers ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder();
    return found.stream().sorted(order.thenComparing(Comparator.naturalOrder())).toList();
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9]{1,300}([.][0-9]{1,300})?");
  }
}
