package io.winnow.cli.report;

import io.winnow.core.profile.NumberSummary.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bins as bars in the coordinates of a picture of 200 × 60.
 *
 * @param path of all bars, as SVG takes it
 * @param highest rows of the fullest bin
 * @param text the bins in words, for those who do not see the picture
 */
public record HistogramChart(
    String path, String least, String greatest, long highest, String text) {
  private static final double WIDTH = 200;
  private static final double HEIGHT = 60;
  private static final int WORDED = 3;

  static HistogramChart of(Histogram histogram) {
    List<Long> counts = histogram.counts();
    long highest = counts.stream().mapToLong(Long::longValue).max().orElse(1);
    double width = WIDTH / counts.size();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        // A bin with few rows must not look empty.
        double height = Math.max(1, HEIGHT * counts.get(i) / highest);
        path.append(
            String.format(
                Locale.ROOT,
                "M%.1f %.0fv-%.1fh%.1fv%.1fz",
                i * width,
                HEIGHT,
                height,
                width - 1,
                height));
      }
    }
    List<Double> edges = histogram.edges();
    return new HistogramChart(
        path.toString(),
        Figures.of(edges.get(0)),
        Figures.of(edges.get(edges.size() - 1)),
        highest,
        text(counts, edges));
  }

  private static String text(List<Long> counts, List<Double> edges) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> Long.compare(counts.get(b), counts.get(a)));
    return String.join(
        "; ",
        order.stream()
            .limit(WORDED)
            .filter(bin -> counts.get(bin) > 0)
            .map(
                bin ->
                    String.format(
                        Locale.ROOT,
                        "%,d from %s to %s",
                        counts.get(bin),
                        Figures.of(edges.get(bin)),
                        Figures.of(edges.get(bin + 1))))
            .toList());
  }
}
