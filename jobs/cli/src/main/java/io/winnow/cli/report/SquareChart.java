package io.winnow.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines in the unit square, in the coordinates of a picture of 300 × 300.
 *
 * @param x what goes to the right, from 0 to 1
 * @param y what goes up, from 0 to 1
 * @param diagonal whether the line from corner to corner is drawn for comparison
 */
public record SquareChart(String title, String x, String y, boolean diagonal, List<Line> lines) {
  private static final double SIZE = 300;
  private static final List<String> COLOURS =
      List.of("#2563a8", "#b3261e", "#1a7f45", "#8a5a00", "#6b3fa0", "#0e7c86");

  /** How many lines a picture shows at most. */
  static final int MOST = COLOURS.size();

  /**
   * One line.
   *
   * @param points as an SVG polyline takes them
   * @param marks where points are shown as dots
   */
  public record Line(String name, String colour, String points, List<Dot> marks) {}

  /** A dot with what a reader sees when pointing at it. */
  public record Dot(String x, String y, String hint) {}

  /** A point of the unit square. */
  record Point(double x, double y) {}

  /** A line by its name and its points. */
  record Named(String name, List<Point> points) {}

  /** A chart of at most {@link #MOST} lines. */
  static SquareChart of(String title, String x, String y, List<Named> lines) {
    return new SquareChart(title, x, y, false, drawn(lines, false));
  }

  /** The same with dots and the diagonal. */
  static SquareChart ofDots(String title, String x, String y, List<Named> lines) {
    return new SquareChart(title, x, y, true, drawn(lines, true));
  }

  SquareChart withDiagonal() {
    return new SquareChart(title, x, y, true, lines);
  }

  private static List<Line> drawn(List<Named> lines, boolean isDotted) {
    List<Line> drawn = new ArrayList<>();
    for (Named line : lines) {
      if (drawn.size() < MOST) {
        drawn.add(
            new Line(
                line.name(),
                COLOURS.get(drawn.size()),
                line.points().stream()
                    .map(point -> across(point) + "," + down(point))
                    .collect(Collectors.joining(" ")),
                isDotted ? line.points().stream().map(SquareChart::dot).toList() : List.of()));
      }
    }
    return drawn;
  }

  private static Dot dot(Point point) {
    return new Dot(
        across(point), down(point), String.format(Locale.ROOT, "%.3f, %.3f", point.x(), point.y()));
  }

  private static String across(Point point) {
    return String.format(Locale.ROOT, "%.1f", SIZE * point.x());
  }

  private static String down(Point point) {
    return String.format(Locale.ROOT, "%.1f", SIZE * (1 - point.y()));
  }
}
