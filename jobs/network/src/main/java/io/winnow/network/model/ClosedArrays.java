package io.winnow.network.model;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays that are freed at once instead of with the garbage. */
final class ClosedArrays {
  private ClosedArrays() {}

  static void close(@Nullable INDArray... arrays) {
    for (INDArray array : arrays) {
      if (array != null && array.closeable()) {
        array.close();
      }
    }
  }
}
