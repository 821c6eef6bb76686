package io.winnow.network.estimate.vertex;

import io.winnow.network.estimate.layer.PreprocessorMemory;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;

/** A preprocessor of its own. */
final class PreprocessorVertexMemory implements VertexMemory {
  private final PreprocessorMemory preprocessor;

  PreprocessorVertexMemory(VertexSite site) {
    this.preprocessor =
        new PreprocessorMemory(
            ((PreprocessorVertex) site.vertex()).getPreProcessor(), site.input(), site.rows());
  }

  @Override
  public Tensor forward(List<Tensor> inputs, MemoryScope scope) {
    return preprocessor.forward(inputs.get(0), scope);
  }

  @Override
  public List<Tensor> backward(List<Tensor> inputs, Tensor epsilon, MemoryScope scope) {
    return List.of(preprocessor.backward(epsilon, scope));
  }
}
