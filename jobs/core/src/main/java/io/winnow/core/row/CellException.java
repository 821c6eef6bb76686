package io.winnow.core.row;

/** A cell that its column does not allow. */
final class CellException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String value;
  private final String why;

  CellException(String column, Object value, String why) {
    // No stack trace: bad cells are data, and may be many.
    super(why, null, false, false);
    this.column = column;
    this.value = value.toString();
    this.why = why;
  }

  String column() {
    return column;
  }

  /** The reason as a reject shows it, with the value or without. */
  String reason(Shown shown) {
    return switch (shown) {
      case VALUE -> "%s: '%s' %s".formatted(column, value, why);
      case HIDDEN -> "%s: the value %s".formatted(column, why);
    };
  }

  /** Whether a message may hold the cell. */
  enum Shown {
    VALUE,
    HIDDEN
  }
}
