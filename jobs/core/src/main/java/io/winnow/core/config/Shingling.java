package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a text is cut into before it is compared. */
@EnumNaming(CamelCaseStrategy.class)
public enum Shingling {
  /** Runs of characters inside a word, which has a blank at either end. */
  CHARACTERS,
  /** Whole words. */
  WORDS
}
