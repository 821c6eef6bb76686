package io.winnow.core.pipeline;

import java.io.Serializable;

/**
 * One position of the feature vector.
 *
 * @param name the column, or {@code column=category} of a slot
 * @param column the raw column it is made from
 */
public record FittedFeature(String name, String column) implements Serializable {}
