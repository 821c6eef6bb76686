/**
 * Metrics of a network on a prepared split, computed where the rows are and merged exactly, so that
 * they do not depend on how the files are partitioned.
 */
@NullMarked
package io.winnow.train.evaluate;

import org.jspecify.annotations.NullMarked;
