package io.winnow.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line over epochs, in the coordinates of a picture of {@link #WIDTH} × {@link #HEIGHT}.
 *
 * @param points as an SVG polyline takes them
 * @param least value at the bottom
 * @param greatest value at the top
 * @param bestX where the kept epoch stands; below 0 where it has no value
 */
public record LineChart(
    String title,
    String points,
    List<Point> marks,
    double least,
    double greatest,
    double bestX,
    double bestY,
    double best) {
  /** Width of the picture. */
  public static final int WIDTH = 600;

  /** Height of the picture. */
  public static final int HEIGHT = 150;

  private static final int MARGIN = 6;

  /** One value of the line, with what a reader sees when pointing at it. */
  public record Point(double x, double y, String hint) {}

  /** A value of an epoch. */
  record Value(int epoch, double value) {}

  /**
   * A chart of finite values.
   *
   * @param values at least one, in the order of their epochs
   * @param bestEpoch the epoch whose parameters were kept
   */
  static LineChart of(String title, List<Value> values, int bestEpoch) {
    double least = values.stream().mapToDouble(Value::value).min().orElse(0);
    double greatest = values.stream().mapToDouble(Value::value).max().orElse(1);
    int last = Math.max(2, values.get(values.size() - 1).epoch());
    List<Point> marks = new ArrayList<>();
    LineChart.Value best = new Value(-1, 0);
    Point bestMark = new Point(-1, 0, "");
    for (Value value : values) {
      double x = MARGIN + (WIDTH - 2.0 * MARGIN) * (value.epoch() - 1) / (last - 1);
      double height = greatest == least ? 0.5 : (value.value() - least) / (greatest - least);
      double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * height;
      Point mark =
          new Point(
              x, y, String.format(Locale.ROOT, "epoch %d: %.5g", value.epoch(), value.value()));
      marks.add(mark);
      if (value.epoch() == bestEpoch) {
        best = value;
        bestMark = mark;
      }
    }
    String points =
        marks.stream()
            .map(mark -> String.format(Locale.ROOT, "%.1f,%.1f", mark.x(), mark.y()))
            .collect(Collectors.joining(" "));
    return new LineChart(
        title, points, marks, least, greatest, bestMark.x(), bestMark.y(), best.value());
  }
}
