package io.winnow.network.calibrate;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All networks that are measured. */
final class Subjects {
  private Subjects() {}

  static List<Subject> all(Path published) {
    return Stream.concat(
            FittedNetworks.subjects().stream(), HeldOutNetworks.subjects(published).stream())
        .toList();
  }

  static Subject named(String name, Path published) {
    return all(published).stream()
        .filter(subject -> subject.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no network " + name));
  }
}
