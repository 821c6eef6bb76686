package io.winnow.core.config.gpu;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What error correction takes of a GPU's memory. */
@EnumNaming(CamelCaseStrategy.class)
public enum Ecc {
  /**
   * A sixteenth, as in GDDR memory with correction on (NVIDIA, CUDA C++ Best Practices Guide: 6.25
   * %).
   */
  INLINE(15),
  /** Nothing: it is off, or has memory of its own. */
  NONE(16);

  private static final int WHOLE = 16;

  private final int sixteenths;

  Ecc(int sixteenths) {
    this.sixteenths = sixteenths;
  }

  /** What is left of so many bytes. */
  long visible(long bytes) {
    return bytes / WHOLE * sixteenths;
  }
}
