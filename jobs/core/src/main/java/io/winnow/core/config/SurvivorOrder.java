package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.io.Serializable;

/** One column by which duplicates are ordered; rows in which it is missing come last. */
public record SurvivorOrder(String column, Direction order) implements Serializable {

  /** Which way a column orders rows: numbers by value, texts by their UTF-8 bytes. */
  @EnumNaming(CamelCaseStrategy.class)
  public enum Direction {
    /** The smallest first. */
    ASCENDING,
    /** The greatest first. */
    DESCENDING
  }
}
