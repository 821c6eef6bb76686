package io.winnow.core.profile;

/** Counts the different values of a column one by one, however many they are. */
@FunctionalInterface
public interface DistinctCounter {
  /** The number of different observed values of a column of the layout. */
  long count(String column);
}
