package io.winnow.cli.report;

import io.winnow.network.estimate.MemorySize;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One bar of memory.
 *
 * @param size for a reader
 * @param percent of the longest bar
 * @param share of the sum of all bars, 0 to 1
 * @param basis where the figure comes from
 */
public record SizedBar(String name, String size, double percent, double share, String basis) {
  static <T> List<SizedBar> of(
      List<T> parts, Function<T, String> name, ToLongFunction<T> bytes, Function<T, String> basis) {
    double longest = Math.max(1, parts.stream().mapToLong(bytes).max().orElse(1));
    double sum = Math.max(1, parts.stream().mapToLong(bytes).sum());
    return parts.stream()
        .map(
            part -> {
              long size = bytes.applyAsLong(part);
              return new SizedBar(
                  name.apply(part),
                  MemorySize.readable(size),
                  100 * size / longest,
                  size / sum,
                  basis.apply(part));
            })
        .toList();
  }
}
