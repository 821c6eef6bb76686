package io.winnow.network.calibrate;

import io.winnow.core.config.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Measures one network in a process of its own, which {@link ProbeProcess} starts. */
public final class GrowthProbe {
  private GrowthProbe() {}

  /**
   * Prints a {@link Growth} as JSON, behind whatever libraries print.
   *
   * @param arguments name of the network, and the folder of the published ones
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Growth growth = Growth.of(Subjects.named(arguments[0], Path.of(arguments[1])));
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(Json.MAPPER.writeValueAsBytes(growth));
    }
  }
}
