package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;

/**
 * Self-attention, a SameDiff layer of one operation: a mask of ones, the output, and backward the
 * output again, the gradients of queries, keys and values, and those of the weights beside the
 * gradient of the input. The N·heads·T·T scores are the operation's own, outside of workspaces:
 * seven times as much was measured at its peak.
 */
final class SelfAttentionMemory implements LayerMemory {
  private static final int SCORES = 7;

  private final LayerSite site;
  private final SelfAttentionLayer layer;
  private final long mask;

  SelfAttentionMemory(LayerSite site) {
    this.site = site;
    this.layer = (SelfAttentionLayer) site.layer();
    this.mask = Sequences.steps(site);
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    scope.temporaries(1, mask);
    return scope.create(ACTIVATIONS, site.outputElements(), Layout.ROW_MAJOR);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    scope.operation(
        Math.multiplyExact(
            (long) SCORES * layer.getNHeads() * Sequences.length(site.input()), mask));
    scope.temporaries(1, mask);
    scope.temporaries(1, site.outputElements());
    scope.temporaries(4, site.inputElements());
    if (layer.isProjectInput()) {
      long heads = (long) layer.getNHeads() * layer.getHeadSize();
      for (int i = 0; i < 3; i++) {
        scope.create(ACTIVATION_GRAD, heads * layer.getNIn(), Layout.ROW_MAJOR);
      }
      scope.create(ACTIVATION_GRAD, heads * layer.getNOut(), Layout.ROW_MAJOR);
    }
    scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
  }
}
