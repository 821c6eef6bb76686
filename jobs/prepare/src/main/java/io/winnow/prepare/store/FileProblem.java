package io.winnow.prepare.store;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.winnow.prepare.store.Checksums.FileSum;
import java.util.Comparator;

/**
 * A file that is not as it was.
 *
 * @param path relative to the run
 * @param message what was expected and what is there
 */
public record FileProblem(String path, Kind problem, String message)
    implements Comparable<FileProblem> {

  /** What can be wrong. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Kind {
    /** It is not there. */
    MISSING,
    /** Its content is another one. */
    DIFFERS,
    /** It is there, and was not when the run was published. */
    UNEXPECTED
  }

  /** A file that should be there. */
  public static FileProblem missing(String path) {
    return new FileProblem(path, Kind.MISSING, "is missing");
  }

  static FileProblem unexpected(String path) {
    return new FileProblem(path, Kind.UNEXPECTED, "was not there when the run was published");
  }

  static FileProblem differs(FileSum expected, FileSum actual) {
    return differs(
        expected.path(),
        "%d bytes with SHA-256 %s".formatted(expected.bytes(), expected.sha256()),
        "%d bytes with %s".formatted(actual.bytes(), actual.sha256()));
  }

  /** A file, or a folder of files, that should be otherwise. */
  public static FileProblem differs(String path, String expected, String actual) {
    return new FileProblem(path, Kind.DIFFERS, "should be %s, is %s".formatted(expected, actual));
  }

  @Override
  public int compareTo(FileProblem other) {
    return Comparator.comparing(FileProblem::path)
        .thenComparing(FileProblem::problem)
        .thenComparing(FileProblem::message)
        .compare(this, other);
  }
}
