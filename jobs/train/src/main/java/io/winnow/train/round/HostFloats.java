package io.winnow.train.round;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The memory of a float array, written and read in one copy: a tenth of what ND4J's own assignment
 * takes. For arrays that own their whole buffer.
 */
final class HostFloats {
  private final INDArray array;
  private final int length;
  private final FloatPointer floats;
  private final BytePointer bytes;

  /** The memory of an array, which must stay reachable meanwhile. */
  HostFloats(INDArray array) {
    this.array = array;
    length = Math.toIntExact(array.length());
    if (array.offset() != 0
        || array.data().length() != length
        || !(array.data().addressPointer() instanceof FloatPointer pointer)) {
      throw new IllegalArgumentException("not a float array with a buffer of its own");
    }
    floats = pointer;
    bytes = new BytePointer(pointer);
  }

  /** Bytes of an array that may be missing. */
  static int bytes(@Nullable HostFloats array) {
    return array == null ? 0 : Math.multiplyExact(array.length, Float.BYTES);
  }

  /** Overwrites the array with as many values. */
  void put(float[] values) {
    floats.put(values, 0, length);
    written();
  }

  /** Overwrites the array with bytes in the order of the processor. */
  void put(byte[] source, int offset) {
    bytes.put(source, offset, length * Float.BYTES);
    written();
  }

  /** Copies the array out as bytes in the order of the processor. */
  void get(byte[] target, int offset) {
    Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
    bytes.get(target, offset, length * Float.BYTES);
  }

  /** A GPU must fetch it again; a CPU has one memory. */
  private void written() {
    Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
  }
}
