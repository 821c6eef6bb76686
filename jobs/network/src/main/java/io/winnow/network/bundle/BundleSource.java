package io.winnow.network.bundle;

import java.io.IOException;

/** Where the files of a bundle are read from. */
@FunctionalInterface
public interface BundleSource {
  /**
   * Content of one file of the bundle.
   *
   * @param name such as {@code bundle.json}; never a path
   * @throws IOException where there is no such file or it cannot be read
   */
  byte[] read(String name) throws IOException;
}
