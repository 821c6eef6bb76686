package io.winnow.network.bundle;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Parameters in ND4J's own binary form, which holds numbers only. */
final class Parameters {
  private Parameters() {}

  static byte[] write(float[] parameters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes);
        INDArray array = Nd4j.createFromArray(parameters)) {
      Nd4j.write(array, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static float[] read(String name, byte[] content) {
    try (INDArray array = Nd4j.read(new ByteArrayInputStream(content))) {
      if (array.dataType() != DataType.FLOAT) {
        throw new WinnowException(
            ExitCode.FAULT,
            "%s: holds %s, not 32-bit floats; use the version of Winnow that wrote it"
                .formatted(name, array.dataType()));
      }
      return array.data().asFloat();
    }
  }
}
