package io.winnow.cli.report;

import io.winnow.cli.report.SquareChart.Named;
import io.winnow.cli.report.SquareChart.Point;
import io.winnow.core.metrics.ScoreCurve;
import io.winnow.core.metrics.ScoreCurve.Bin;
import io.winnow.core.metrics.ScoreCurve.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ROC curve, precision over recall and calibration, each with its figures.
 *
 * @param shown classes that are drawn, those with the most rows
 */
public record ScoreView(
    SquareChart roc,
    SquareChart precision,
    SquareChart calibration,
    List<ScoredClass> classes,
    int shown) {
  private static final int MOST_THRESHOLDS = 12;

  /** The figures of a class. */
  public record ScoredClass(
      String label,
      long rows,
      double rocAuc,
      double averagePrecision,
      List<ThresholdRow> thresholds,
      List<BinRow> bins) {}

  /**
   * What follows from taking all rows with at least that score for the class.
   *
   * @param falseRate share of the other rows that are taken
   * @param recall share of the class's rows that are taken
   */
  public record ThresholdRow(String score, double falseRate, double recall, double precision) {}

  /** Rows of one tenth of the scores. */
  public record BinRow(String scores, long rows, double meanScore, double observed) {}

  /** The view of a report, or null where nothing can be drawn. */
  static @Nullable ScoreView of(@Nullable ScoreReport report) {
    if (report == null || report.curves().isEmpty()) {
      return null;
    }
    List<ScoreCurve> drawn =
        report.curves().stream()
            .sorted(Comparator.comparingLong(ScoreCurve::members).reversed())
            .limit(SquareChart.MOST)
            .toList();
    return new ScoreView(
        SquareChart.of("ROC", "false positives", "recall", named(drawn, ScoreView::roc))
            .withDiagonal(),
        SquareChart.of(
            "precision and recall", "recall", "precision", named(drawn, ScoreView::precision)),
        SquareChart.ofDots(
            "calibration", "mean score", "share of the class", named(drawn, ScoreView::bins)),
        report.curves().stream().map(ScoreView::scored).toList(),
        drawn.size());
  }

  private static List<Named> named(
      List<ScoreCurve> curves, Function<ScoreCurve, List<Point>> points) {
    return curves.stream().map(curve -> new Named(curve.label(), points.apply(curve))).toList();
  }

  private static List<Point> roc(ScoreCurve curve) {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    curve
        .thresholds()
        .forEach(at -> points.add(new Point(falseRate(curve, at), recall(curve, at))));
    return points;
  }

  private static List<Point> precision(ScoreCurve curve) {
    return curve.thresholds().stream()
        .filter(at -> at.members() > 0)
        .map(at -> new Point(recall(curve, at), precision(at)))
        .toList();
  }

  private static List<Point> bins(ScoreCurve curve) {
    return curve.calibration().stream()
        .map(bin -> new Point(bin.meanScore(), observed(bin)))
        .toList();
  }

  private static ScoredClass scored(ScoreCurve curve) {
    return new ScoredClass(
        curve.label(),
        curve.members(),
        curve.rocAuc(),
        curve.averagePrecision(),
        thresholds(curve),
        curve.calibration().stream().map(ScoreView::row).toList());
  }

  /** A few thresholds, evenly over the curve. */
  private static List<ThresholdRow> thresholds(ScoreCurve curve) {
    List<Threshold> all = curve.thresholds();
    List<ThresholdRow> rows = new ArrayList<>();
    int count = Math.min(MOST_THRESHOLDS, all.size());
    for (int i = 0; i < count; i++) {
      Threshold at = all.get(count == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (count - 1)));
      rows.add(
          new ThresholdRow(
              String.format(Locale.ROOT, "%.4f", at.score()),
              falseRate(curve, at),
              recall(curve, at),
              precision(at)));
    }
    return rows;
  }

  private static BinRow row(Bin bin) {
    return new BinRow(
        String.format(Locale.ROOT, "%.1f – %.1f", bin.from(), bin.to()),
        bin.rows(),
        bin.meanScore(),
        observed(bin));
  }

  private static double falseRate(ScoreCurve curve, Threshold at) {
    return (double) at.others() / curve.others();
  }

  private static double recall(ScoreCurve curve, Threshold at) {
    return (double) at.members() / curve.members();
  }

  private static double precision(Threshold at) {
    return (double) at.members() / (at.members() + at.others());
  }

  private static double observed(Bin bin) {
    return (double) bin.members() / bin.rows();
  }
}
