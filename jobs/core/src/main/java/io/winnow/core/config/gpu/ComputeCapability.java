package io.winnow.core.config.gpu;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** CUDA's version of what a GPU can do. Machine code runs within one major version, upwards. */
public record ComputeCapability(int major, int minor) {
  private static final String FORM = "[0-9]{1,2}\\.[0-9]";

  /**
   * From a text such as {@code 8.6}.
   *
   * @throws IllegalArgumentException where it is of another form
   */
  @JsonCreator
  public static ComputeCapability of(String text) {
    if (!text.matches(FORM)) {
      throw new IllegalArgumentException(
          "'%s' is no compute capability, such as 8.6".formatted(text));
    }
    int point = text.indexOf('.');
    return new ComputeCapability(
        Integer.parseInt(text.substring(0, point)), Integer.parseInt(text.substring(point + 1)));
  }

  /** Whether machine code that was made for {@code code} runs here. */
  boolean runs(ComputeCapability code) {
    return code.major == major && code.minor <= minor;
  }

  @JsonValue
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
