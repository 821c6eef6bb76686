package io.winnow.core.pipeline;

import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.metrics.Task;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.split.TrainRows;
import io.winnow.core.statistics.Moments;
import java.util.List;

/** Finds how the label is scaled for training, on train rows. */
final class LabelFitter {
  private LabelFitter() {}

  static FittedLabel fit(LabelConfig config, List<String> classes, TrainRows train) {
    if (!classes.isEmpty()) {
      return new FittedLabel(config.column(), Task.CLASSIFICATION, config.map(), classes, 0, 1);
    }
    double mean = 0;
    double deviation = 1;
    if (config.scale() == LabelScale.STANDARD) {
      Moments moments =
          train.rows().scan(new LabelState(train.layout().number(config.column()))).moments;
      mean = moments.mean();
      double found = moments.standardDeviation(0);
      deviation = found == 0 ? 1 : found;
    }
    return new FittedLabel(config.column(), Task.REGRESSION, null, List.of(), mean, deviation);
  }

  private static final class LabelState implements RowState<LabelState> {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final Moments moments = new Moments();

    LabelState(int column) {
      this.column = column;
    }

    @Override
    public void add(TypedRow row) {
      moments.add(row.numbers[column]);
    }

    @Override
    public void merge(LabelState other) {
      moments.merge(other.moments);
    }
  }
}
