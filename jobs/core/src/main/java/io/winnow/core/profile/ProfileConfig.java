package io.winnow.core.profile;

/**
 * What a profile holds.
 *
 * @param correlationColumns numeric columns, in the order of the schema, that are correlated
 * @param topValues most frequent values that are listed for each column
 */
public record ProfileConfig(int correlationColumns, int topValues) {}
