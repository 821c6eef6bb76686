package io.winnow.core.statistics;

/**
 * A span of keys in which the ranks wanted[first..end) of a group lie, and which the next pass
 * looks into.
 *
 * @param low the smallest key of the span
 * @param high the largest key of the span
 * @param before how many keys of the group are smaller than low
 * @param count how many keys of the group lie in the span
 * @param first index of the first wanted rank in the span
 * @param end index after the last wanted rank in the span
 */
record OpenRange(long low, long high, long before, long count, int first, int end) {}
