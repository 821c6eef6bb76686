package io.winnow.network.estimate.layer;

import io.winnow.core.failure.WinnowException;
import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.workspace.ArrayType;

/** Sequences of shape batch, channels, steps, and their copies. */
final class Sequences {
  private Sequences() {}

  /** Steps of a sequence. */
  static long length(InputType type) {
    if (!(type instanceof InputTypeRecurrent sequence) || sequence.getTimeSeriesLength() < 1) {
      throw WinnowException.usage(
          "the network's sequences have no length (%s); give it with --input channels,steps"
              .formatted(type));
    }
    return sequence.getTimeSeriesLength();
  }

  /** Rows that a sequence has when each step of each example is a row. */
  static long steps(LayerSite site) {
    return site.batch() * length(site.input());
  }

  /**
   * One row per example and step: two copies, or a view where there is one example or one step.
   *
   * @param kind where the rows must be in the end
   */
  static Tensor rows(Tensor sequence, LayerSite site, ArrayType kind, MemoryScope scope) {
    if (site.batch() == 1 || length(site.input()) == 1) {
      return scope.moved(kind, sequence.as(Layout.STRIDED));
    }
    scope.temporary(sequence.elements(), Layout.STRIDED);
    return scope.moved(kind, scope.temporary(sequence.elements(), Layout.COLUMN_MAJOR));
  }
}
