/**
 * Imputation by regression: a number from a linear function of the other features, a category from
 * the greatest of one linear function per class.
 *
 * <p>{@link io.winnow.core.step.impute.regression.Design} turns a row into predictors: numbers by
 * mean and standard deviation, categories as slots, missing cells as the mean or the mode. A
 * library fits the functions ({@link io.winnow.core.library.LibraryFits}) on the train rows that
 * have the cell, of very many on a sample, in an order of their own; what it finds are plain
 * numbers, {@link io.winnow.core.step.impute.regression.FittedRegression}, which {@link
 * io.winnow.core.step.impute.regression.RegressionStep} applies to one row or many.
 *
 * <p>One round only: predictors are observed cells, never what another regression filled, so the
 * order of columns is of no account.
 */
package io.winnow.core.step.impute.regression;
