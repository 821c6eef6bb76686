package io.winnow.train.evaluate;

import io.winnow.core.metrics.ClassificationState;
import io.winnow.core.metrics.Metrics;
import io.winnow.core.metrics.RegressionState;
import io.winnow.core.pipeline.FittedLabel;
import java.io.Serializable;

/** Metrics state fed with what a network gives for a row. */
sealed interface OutputState extends Serializable {
  /** An empty state for a label. */
  static OutputState of(FittedLabel label) {
    return switch (label.task()) {
      case CLASSIFICATION -> new Classes(new ClassificationState(label.classes()));
      case REGRESSION -> new Targets(new RegressionState(), label);
    };
  }

  /**
   * Adds one row.
   *
   * @param actual class index, or raw target
   * @param outputs probabilities, or one scaled prediction
   */
  void add(double actual, float[] outputs);

  /** Adds all rows of a state of the same kind. */
  void merge(OutputState other);

  /** Metrics of the rows. */
  Metrics metrics();

  /** Outputs are probabilities. */
  record Classes(ClassificationState state) implements OutputState {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(double actual, float[] outputs) {
      state.add((int) actual, outputs);
    }

    @Override
    public void merge(OutputState other) {
      state.merge(((Classes) other).state);
    }

    @Override
    public Metrics metrics() {
      return state.metrics();
    }
  }

  /** The output is a scaled target, which is scaled back before it is measured. */
  record Targets(RegressionState state, FittedLabel label) implements OutputState {
    private static final long serialVersionUID = 1L;

    @Override
    public void add(double actual, float[] outputs) {
      state.add(actual, label.unscaled(outputs[0]));
    }

    @Override
    public void merge(OutputState other) {
      state.merge(((Targets) other).state);
    }

    @Override
    public Metrics metrics() {
      return state.metrics();
    }
  }
}
