package io.winnow.prepare.write;

/** A table was written and is readable, but holds another number of rows than it should. */
public final class RowCountException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RowCountException(String path, long found, long expected) {
    super("%s holds %d rows instead of %d".formatted(path, found, expected));
  }
}
