/**
 * What is fitted by a library that this module does not know, such as Spark MLlib. The fitted
 * numbers come back as they are and are applied here, so one row needs no library; but a library
 * rounds in its own way: regressions, whose rows are put in order first, agree bit for bit on
 * machines of one kind, principal components from run to run to about 1e-9 of their size. {@code
 * pipeline.json} marks both {@code deterministic: false}.
 */
package io.winnow.core.library;
