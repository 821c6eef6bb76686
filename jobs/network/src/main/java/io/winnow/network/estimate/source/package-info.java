/**
 * Where estimated networks come from: files of Winnow's own form, Deeplearning4j's JSON behind an
 * allow-list of classes, and model bundles.
 */
@NullMarked
package io.winnow.network.estimate.source;

import org.jspecify.annotations.NullMarked;
