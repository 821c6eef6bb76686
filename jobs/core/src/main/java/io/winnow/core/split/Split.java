package io.winnow.core.split;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row is used for. */
@EnumNaming(CamelCaseStrategy.class)
public enum Split {
  /** Statistics and parameters are learnt from it. */
  TRAIN,
  /** Looked at after each epoch. */
  VALIDATION,
  /** Looked at once, at the end. */
  TEST;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** Name in folders, manifests and reports. */
  public String key() {
    return key;
  }

  /** The split that a cell names; {@code val} stands for validation too. */
  static Optional<Split> ofCell(@Nullable String cell) {
    return switch (cell == null ? "" : cell) {
      case "train" -> Optional.of(TRAIN);
      case "validation", "val" -> Optional.of(VALIDATION);
      case "test" -> Optional.of(TEST);
      default -> Optional.empty();
    };
  }
}
