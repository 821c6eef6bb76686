package io.winnow.core.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be predicted.
 *
 * @param map class of each label value, {@code "*"} standing for all others; null keeps the values
 * @param classes the classes in their order, or null for numeric or else alphabetical order
 */
public record LabelConfig(
    String column,
    @Nullable Map<String, String> map,
    @Nullable List<String> classes,
    MissingLabel missing,
    LabelScale scale)
    implements Serializable {}
