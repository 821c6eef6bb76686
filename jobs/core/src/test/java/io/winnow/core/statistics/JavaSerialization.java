package io.winnow.core.statistics;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** The way of a state from one worker to another. */
public final class JavaSerialization {
  private JavaSerialization() {}

  /** The state as it arrives elsewhere. */
  @SuppressWarnings("unchecked")
  public static <T extends Serializable> T copy(T state) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(state)))) {
      return (T) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** What is sent. */
  public static byte[] bytes(Serializable state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
