package io.winnow.cli.report;

/**
 * One bar of a chart of bars.
 *
 * @param percent of the longest bar
 * @param share of the whole, 0 to 1
 */
public record Bar(String name, double value, double percent, double share) {}
