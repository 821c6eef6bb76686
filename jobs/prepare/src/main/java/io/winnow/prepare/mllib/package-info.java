/**
 * Winnow within a {@code Pipeline} of Spark MLlib: {@link io.winnow.prepare.mllib.WinnowEstimator}
 * learns the steps of a pipeline file from the rows it is given, {@link
 * io.winnow.prepare.mllib.WinnowModel} turns rows into feature vectors. Both stand on the code of
 * the nightly job: the fit on {@link io.winnow.core.pipeline.PipelineFitter}, the rows on {@link
 * io.winnow.core.pipeline.RowFunction}, so that batch, MLlib and plain Java agree in every bit.
 */
package io.winnow.prepare.mllib;
