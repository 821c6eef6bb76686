package io.winnow.cli.report;

import io.winnow.core.manifest.SplitReport;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One split.
 *
 * @param deviation rows assigned less those that the quota wants
 * @param classes in the order of {@link #classNames}
 */
public record SplitRow(
    String name, long assigned, long deviation, long rows, List<ClassCount> classes) {
  private static final List<String> ORDER = List.of("train", "validation", "test");

  /**
   * Rows of a class in a split.
   *
   * @param share of the split's rows, 0 to 1
   */
  public record ClassCount(long rows, double share) {}

  static List<SplitRow> of(SplitReport split) {
    List<String> names = classNames(split);
    return ORDER.stream().map(name -> of(split, name, names)).toList();
  }

  /** All classes. */
  static List<String> classNames(SplitReport split) {
    TreeSet<String> names = new TreeSet<>();
    split.classes().values().forEach(classes -> names.addAll(classes.keySet()));
    return List.copyOf(names);
  }

  private static SplitRow of(SplitReport split, String name, List<String> classNames) {
    long rows = split.rows().getOrDefault(name, 0L);
    Map<String, Long> classes = split.classes().getOrDefault(name, Map.of());
    return new SplitRow(
        name,
        split.assigned().getOrDefault(name, 0L),
        split.deviation().getOrDefault(name, 0L),
        rows,
        classNames.stream()
            .map(each -> classes.getOrDefault(each, 0L))
            .map(count -> new ClassCount(count, rows == 0 ? 0 : (double) count / rows))
            .toList());
  }
}
