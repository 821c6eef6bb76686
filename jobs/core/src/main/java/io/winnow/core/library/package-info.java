/**
 * What is fitted by a library that this module does not know, such as Spark MLlib. The fitted
 * numbers come back as they are and are applied here, so one row needs no library; but a library
 * sums in whatever order its tasks end, so they agree from run to run to about 1e-9 of their size
 * only, and {@code pipeline.json} marks them {@code deterministic: false}.
 */
package io.winnow.core.library;
