package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of dropout on a layer's input: a mask, and a copy of an input that the caller owns, in
 * training only.
 */
final class Dropouts {
  private Dropouts() {}

  /** The input behind dropout. */
  static Tensor apply(@Nullable IDropout dropout, LayerSite site, Tensor input, MemoryScope scope) {
    if (dropout == null || !scope.training()) {
      return input;
    }
    Tensor result = site.owner() == InputOwner.NETWORK ? input : scope.copy(INPUT, input);
    mask(dropout, site, input, scope);
    return result;
  }

  private static void mask(IDropout dropout, LayerSite site, Tensor input, MemoryScope scope) {
    if (dropout instanceof GaussianNoise) {
      scope.temporary(input.elements(), input.layout());
    } else if (dropout instanceof SpatialDropout) {
      scope.create(INPUT, channels(site), Layout.ROW_MAJOR);
    } else {
      scope.copy(INPUT, input);
      if (dropout instanceof AlphaDropout) {
        scope.temporary(input.elements(), input.layout());
      }
    }
  }

  private static long channels(LayerSite site) {
    long[] shape = site.input().getShape(true);
    return site.batch() * shape[InputType.Type.FF == site.input().getType() ? 0 : 1];
  }
}
