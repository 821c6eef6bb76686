package io.winnow.core.profile;

/**
 * Lengths of the texts of a column, in characters (Unicode code points).
 *
 * @param shortest least length
 * @param longest greatest length
 * @param mean mean length
 */
public record TextSummary(int shortest, int longest, double mean) {}
