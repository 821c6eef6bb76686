package io.winnow.cli.report;

import io.winnow.cli.report.LineChart.Value;
import io.winnow.core.manifest.TrainingReport;
import io.winnow.core.manifest.TrainingReport.EpochReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The learning curves: the loss on train, and what was watched on validation. */
final class Curves {
  private static final List<String> SHOWN = List.of("rocAuc", "accuracy", "rmse", "r2");
  private static final int MOST = 3;

  private Curves() {}

  static List<LineChart> of(TrainingReport training) {
    List<LineChart> charts = new ArrayList<>();
    add(charts, "loss on train", training, EpochReport::trainLoss);
    for (String metric : SHOWN) {
      if (charts.size() < MOST) {
        add(charts, metric + " on validation", training, epoch -> epoch.validation().get(metric));
      }
    }
    return charts;
  }

  private static void add(
      List<LineChart> charts,
      String title,
      TrainingReport training,
      Function<EpochReport, @Nullable Double> figure) {
    List<Value> values = new ArrayList<>();
    for (EpochReport epoch : training.epochs()) {
      Double value = figure.apply(epoch);
      if (value != null && Double.isFinite(value)) {
        values.add(new Value(epoch.epoch(), value));
      }
    }
    if (!values.isEmpty()) {
      charts.add(LineChart.of(title, values, training.bestEpoch()));
    }
  }
}
