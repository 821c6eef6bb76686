package io.winnow.core.step.encode;

/**
 * What a feature is to be called.
 *
 * @param source a name that holds a category of the table gives way to one that does not
 */
public record SlotName(String name, Source source) {

  /** Where a name comes from. */
  public enum Source {
    /** Of the column's name alone. */
    OWN,
    /** Of a category too. */
    CATEGORY
  }
}
