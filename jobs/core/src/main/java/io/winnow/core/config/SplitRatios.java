package io.winnow.core.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Shares of train, validation and test, exact decimals that add up to 1. */
public record SplitRatios(BigDecimal train, BigDecimal validation, BigDecimal test)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Checks the shares. */
  public SplitRatios {
    if (train.signum() <= 0 || validation.signum() < 0 || test.signum() < 0) {
      throw new IllegalArgumentException(
          "%s/%s/%s: train must be above 0, the others not below 0"
              .formatted(train, validation, test));
    }
    if (train.add(validation).add(test).compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "%s/%s/%s add up to %s, not to 1"
              .formatted(train, validation, test, train.add(validation).add(test)));
    }
  }

  /** Reads {@code "0.8/0.1/0.1"} or {@code [0.8, 0.1, 0.1]}. */
  @JsonCreator
  static SplitRatios of(JsonNode node) {
    List<BigDecimal> shares = new ArrayList<>();
    if (node.isTextual()) {
      for (String share : node.textValue().split("/", -1)) {
        shares.add(new BigDecimal(share));
      }
    } else {
      node.forEach(share -> shares.add(new BigDecimal(share.asText())));
    }
    return new SplitRatios(shares.get(0), shares.get(1), shares.get(2));
  }

  /** The shares as train, validation, test. */
  public double[] toArray() {
    return new double[] {train.doubleValue(), validation.doubleValue(), test.doubleValue()};
  }

  /** The form that a pipeline file has. */
  @JsonValue
  @Override
  public String toString() {
    return train.toPlainString() + "/" + validation.toPlainString() + "/" + test.toPlainString();
  }
}
