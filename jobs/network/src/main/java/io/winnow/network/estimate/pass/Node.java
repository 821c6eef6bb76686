package io.winnow.network.estimate.pass;

import io.winnow.network.estimate.layer.LayerMemory;
import io.winnow.network.estimate.layer.PreprocessorMemory;
import io.winnow.network.estimate.workspace.MemoryScope;
import io.winnow.network.estimate.workspace.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A layer and the preprocessor before it.
 *
 * @param preprocessor null where the layer takes its input as it comes
 */
public record Node(@Nullable PreprocessorMemory preprocessor, LayerMemory layer) {
  Tensor prepared(Tensor input, MemoryScope scope) {
    return preprocessor == null ? input : preprocessor.forward(input, scope);
  }

  Tensor gradient(Tensor epsilon, MemoryScope scope) {
    return preprocessor == null ? epsilon : preprocessor.backward(epsilon, scope);
  }
}
