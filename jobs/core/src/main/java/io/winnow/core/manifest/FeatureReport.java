package io.winnow.core.manifest;

import java.util.Map;

/**
 * What the fitted pipeline did to the cells of features, over all prepared rows.
 *
 * @param count width of the feature vector
 * @param imputed cells filled, by column
 * @param clipped cells moved to a fence, by column
 * @param outliers cells that made their row be deleted, by column
 * @param unseen cells whose category train does not have, by column
 */
public record FeatureReport(
    int count,
    Map<String, Long> imputed,
    Map<String, Long> clipped,
    Map<String, Long> outliers,
    Map<String, Long> unseen) {}
