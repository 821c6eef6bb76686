/**
 * Imputation by k nearest neighbours, exact.
 *
 * <p>Donors are train rows. A cell that a row lacks is filled from the {@code k} donors that have
 * it and lie nearest by the other columns. {@link io.winnow.core.step.impute.knn.KnnSpace} says
 * what the distance is, {@link io.winnow.core.step.impute.knn.Donors} holds the donors in blocks,
 * {@link io.winnow.core.step.impute.knn.KnnSearch} finds the neighbours of a batch of rows or of
 * one, and {@link io.winnow.core.step.impute.knn.KnnParameters} says what becomes of them.
 *
 * <p>The result depends on the donors and the row alone: every pair's sum is formed in one order,
 * and neighbours are ranked by (distance, donor key), so neither the division into batches and
 * blocks nor pruning nor streaming changes a bit.
 */
package io.winnow.core.step.impute.knn;
