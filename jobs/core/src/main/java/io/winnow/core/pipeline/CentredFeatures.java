package io.winnow.core.pipeline;

import io.winnow.core.library.VectorReader;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.split.Split;
import io.winnow.core.step.impute.knn.KnnStep;
import org.jspecify.annotations.Nullable;

/** Some features of a row as the fitted steps make them, less their means. */
final class CentredFeatures implements VectorReader {
  private static final long serialVersionUID = 1L;

  private final FittedPipeline pipeline;
  private final RowLayout layout;
  private final @Nullable KnnStep knn;
  private final int[] features;
  private final double[] means;
  private final CellEffects effects = new CellEffects();
  private transient @Nullable RowTransformer transformer;
  private transient @Nullable FeatureBuffer buffer;

  CentredFeatures(
      FittedPipeline pipeline,
      RowLayout layout,
      @Nullable KnnStep knn,
      int[] features,
      double[] means) {
    this.pipeline = pipeline;
    this.layout = layout;
    this.knn = knn;
    this.features = features.clone();
    this.means = means.clone();
  }

  @Override
  public double @Nullable [] vector(TypedRow row) {
    if (transformer == null || buffer == null) {
      transformer = RowTransformer.filledBy(knn, pipeline, layout);
      buffer = transformer.buffer();
    }
    if (transformer.transform(row, Split.TRAIN, effects, buffer) != RowOutcome.PREPARED) {
      return null;
    }
    double[] all = buffer.toDense();
    double[] vector = new double[features.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = all[features[i]] - means[i];
    }
    return vector;
  }
}
