/**
 * Fits that are left to Spark MLlib: linear and logistic regression and principal components. Rows
 * become vectors in the partitions that hold them; what comes back are plain numbers.
 */
package io.winnow.prepare.library;
