package io.winnow.core.step.pca;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which features principal components take the place of. Of {@code components} and {@code variance}
 * one is null.
 *
 * @param components how many there are
 * @param variance the share of the variance that they have to exceed together
 * @param columns numeric columns that they are made of; null for all of them
 * @param maxFeatures more features than this are refused
 */
public record PcaConfig(
    @Nullable Integer components,
    @Nullable Double variance,
    @Nullable List<String> columns,
    int maxFeatures) {}
