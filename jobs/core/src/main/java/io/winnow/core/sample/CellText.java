package io.winnow.core.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How values become the text of a cell, in every locale alike. */
final class CellText {
  private CellText() {}

  /** A decimal number without needless zeros. */
  static String number(double value, int decimals) {
    BigDecimal exact = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  /** A CSV cell: quoted where a reader would need it (RFC 4180). */
  static String csv(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
