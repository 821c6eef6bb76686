/**
 * What the vertices of Deeplearning4j's graphs allocate, beside those that hold a layer, read from
 * the sources of deeplearning4j-nn 1.0.0-M2.1.
 */
@NullMarked
package io.winnow.network.estimate.vertex;

import org.jspecify.annotations.NullMarked;
