package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;
import static org.deeplearning4j.nn.workspace.ArrayType.BP_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.FF_WORKING_MEM;
import static org.deeplearning4j.nn.workspace.ArrayType.INPUT;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;

/**
 * An output layer over every step of a sequence, {@code nn.layers.recurrent.RnnOutputLayer}: input
 * and labels are copied twice each to be read as one row per example and step.
 */
final class RnnOutputMemory implements OutputMemory {
  private final LayerSite site;
  private final BaseOutputLayer layer;

  RnnOutputMemory(LayerSite site) {
    this.site = site;
    this.layer = (BaseOutputLayer) site.layer();
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    scope.moved(INPUT, input);
    Sequences.rows(input, site, FF_WORKING_MEM, scope);
    return scope.moved(ACTIVATIONS, scope.product(site.outputElements(), Layout.COLUMN_MAJOR));
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    Tensor rows = Sequences.rows(input, site, BP_WORKING_MEM, scope);
    Dropouts.apply(layer.getIDropout(), site, rows, scope);
    Tensor preOutput = DenseMemory.product(site, rows, scope);
    Sequences.rows(labels(), site, BP_WORKING_MEM, scope);
    Tensor delta =
        Losses.gradient(
            layer.getLossFn(), layer.getActivationFn(), preOutput, Sequences.steps(site), scope);
    scope.moved(ACTIVATION_GRAD, delta);
    scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.ROW_MAJOR);
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.STRIDED);
  }

  private Tensor labels() {
    return Tensor.outside(site.outputElements());
  }

  @Override
  public void score(Tensor input, MemoryScope scope) {
    DenseMemory.product(site, Sequences.rows(input, site, FF_WORKING_MEM, scope), scope);
    Sequences.rows(labels(), site, FF_WORKING_MEM, scope);
    Losses.score(layer.getLossFn(), site.outputElements(), Sequences.steps(site), scope);
  }
}
