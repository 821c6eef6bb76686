package io.winnow.core.config.gpu;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A GPU of the catalogue.
 *
 * @param aliases other names
 * @param memory GiB of one GPU, as published
 */
public record Gpu(
    String name, List<String> aliases, int memory, ComputeCapability capability, Ecc ecc) {
  private static final long GIB = 1L << 30;

  /** Bytes that programs can see. */
  public long bytes() {
    return ecc.visible(memory * GIB);
  }

  Stream<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream());
  }

  /** A name as it is compared: without brands, spaces and case. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("nvidia|tesla|geforce|[^a-z0-9]", "");
  }
}
