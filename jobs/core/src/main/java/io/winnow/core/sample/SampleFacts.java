package io.winnow.core.sample;

import java.util.Map;

/**
 * What a generated table holds.
 *
 * @param rows data rows
 * @param exactDuplicates rows that equal an earlier or later one, blanks around cells aside
 * @param nearDuplicates rows that equal another one but for the spelling of a name or street
 * @param malformed rows with a cell that its column does not allow
 * @param unlabelled rows without a label
 * @param positives rows of the rare class
 * @param padded cells with blanks around them
 * @param missing missing cells of features, by column
 * @param outliers cells far outside of what the column normally holds, by column
 */
public record SampleFacts(
    long rows,
    long exactDuplicates,
    long nearDuplicates,
    long malformed,
    long unlabelled,
    long positives,
    long padded,
    Map<String, Long> missing,
    Map<String, Long> outliers) {}
