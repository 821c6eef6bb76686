package io.winnow.core.profile;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.profile.TopValues.TopValue;
import io.winnow.core.statistics.Frequencies;
import java.util.List;
import java.util.Map;

/**
 * How many rows each class has, mapped as {@code label.map} says.
 *
 * @param unlabelled rows without a label
 * @param classes the most frequent one first, with their share of the labelled rows
 */
public record LabelBalance(String column, long unlabelled, List<TopValue> classes) {

  static LabelBalance of(LabelConfig label, TextState column, Frequencies<String> values) {
    Frequencies<String> classes = new Frequencies<>();
    Map<String, String> map = label.map();
    values
        .counts()
        .forEach(
            (value, rows) -> {
              String mapped = map == null ? value : map.getOrDefault(value, map.get("*"));
              if (mapped != null) {
                classes.add(mapped, rows);
              }
            });
    return new LabelBalance(
        label.column(),
        column.missing(),
        classes.byFrequency().stream()
            .map(
                name ->
                    new TopValue(
                        name, classes.count(name), (double) classes.count(name) / classes.total()))
            .toList());
  }
}
