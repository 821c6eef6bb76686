package io.winnow.network.estimate.layer;

import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATIONS;
import static org.deeplearning4j.nn.workspace.ArrayType.ACTIVATION_GRAD;

import io.winnow.network.estimate.workspace.Layout;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.Arrays;

/**
 * A bound for a layer whose arrays are not known: working memory of {@value #WHOLE} times its
 * input, output and parameters, and {@value #PER_PLACE} times its input and output for every step
 * of a sequence or place of an image, since such layers are often written as a loop over them.
 */
public final class UncoveredMemory implements OutputMemory {
  static final int WHOLE = 16;
  static final int PER_PLACE = 3;

  private final LayerSite site;
  private final long parameters;

  UncoveredMemory(LayerSite site, long parameters) {
    this.site = site;
    this.parameters = parameters;
  }

  @Override
  public Tensor forward(Tensor input, MemoryScope scope) {
    work(scope);
    return scope.create(ACTIVATIONS, site.outputElements(), Layout.STRIDED);
  }

  private void work(MemoryScope scope) {
    long shapes = Math.addExact(site.inputElements(), site.outputElements());
    scope.temporaries(WHOLE, Math.addExact(shapes, parameters));
    scope.temporaries(PER_PLACE, Math.multiplyExact(shapes, places()));
  }

  private long places() {
    long[] shape = site.output().getShape(true);
    return shape.length < 3
        ? 1
        : Arrays.stream(shape)
            .skip(2)
            .map(extent -> Math.max(1, extent))
            .reduce(1, Math::multiplyExact);
  }

  @Override
  public Tensor backward(Tensor input, Tensor epsilon, MemoryScope scope) {
    work(scope);
    scope.create(ACTIVATION_GRAD, parameters, Layout.ROW_MAJOR);
    scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.STRIDED);
    return scope.create(ACTIVATION_GRAD, site.inputElements(), Layout.STRIDED);
  }

  @Override
  public void score(Tensor input, MemoryScope scope) {
    work(scope);
  }
}
