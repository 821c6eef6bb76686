package io.winnow.train.evaluate;

import io.winnow.core.metrics.Metrics;
import io.winnow.core.pipeline.FittedLabel;
import io.winnow.network.infer.NetworkSnapshot;
import io.winnow.network.infer.Predictor;
import io.winnow.train.feed.FeatureBlock;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mergeable result of measuring some rows, and what stands in its way. */
final class MeasuredRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final OutputState state;
  private @Nullable String problem;
  private boolean finite = true;

  private MeasuredRows(OutputState state) {
    this.state = state;
  }

  /** Predicts and measures some blocks of rows with a network of their own. */
  static Iterator<MeasuredRows> of(
      Iterator<FeatureBlock> blocks, NetworkSnapshot network, FittedLabel label) {
    MeasuredRows measured = new MeasuredRows(OutputState.of(label));
    if (blocks.hasNext()) {
      Predictor predictor = new Predictor(network);
      blocks.forEachRemaining(block -> measured.add(block, predictor));
    }
    return List.of(measured).iterator();
  }

  MeasuredRows merge(MeasuredRows other) {
    state.merge(other.state);
    problem = FeatureBlock.first(problem, other.problem);
    finite &= other.finite;
    return this;
  }

  @Nullable String problem() {
    return problem;
  }

  /** Empty where an output is not finite. */
  Optional<Metrics> metrics() {
    return finite ? Optional.of(state.metrics()) : Optional.empty();
  }

  private void add(FeatureBlock block, Predictor predictor) {
    problem = FeatureBlock.first(problem, block.problem());
    if (block.problem() != null) {
      return;
    }
    int features = predictor.features();
    int outputs = predictor.outputs();
    for (int from = 0; from < block.rows(); from += Predictor.BATCH) {
      int rows = Math.min(Predictor.BATCH, block.rows() - from);
      float[] some =
          Arrays.copyOfRange(block.features(), from * features, (from + rows) * features);
      float[] predicted = predictor.predict(some, rows);
      for (int i = 0; i < rows; i++) {
        add(
            block.labels()[from + i],
            Arrays.copyOfRange(predicted, i * outputs, (i + 1) * outputs));
      }
    }
  }

  private void add(double actual, float[] outputs) {
    for (float output : outputs) {
      if (!Float.isFinite(output)) {
        finite = false;
        return;
      }
    }
    state.add(actual, outputs);
  }
}
