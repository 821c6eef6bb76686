package io.winnow.core.pipeline;

import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.split.Split;
import io.winnow.core.step.encode.CategoryEncoder;
import io.winnow.core.step.impute.FittedCategoryImpute;
import io.winnow.core.step.impute.FittedNumberImpute;
import io.winnow.core.step.impute.ImputeStep;
import io.winnow.core.step.impute.knn.FittedKnn;
import io.winnow.core.step.impute.knn.KnnImputer;
import io.winnow.core.step.impute.knn.KnnStep;
import io.winnow.core.step.impute.regression.FittedRegression;
import io.winnow.core.step.impute.regression.RegressionStep;
import io.winnow.core.step.outlier.DeleteFrom;
import io.winnow.core.step.outlier.FittedOutlier;
import io.winnow.core.step.outlier.OutlierStep;
import io.winnow.core.step.outlier.OutlierStep.Deletion;
import io.winnow.core.step.pca.FittedPca;
import io.winnow.core.step.scale.FittedScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The row function: a typed row becomes features by outlier, impute, encode and scale, and if
 * wanted PCA, in one go. The same object serves the nightly table, scoring and a single request.
 * Columns are looked up by name once, here. Not thread-safe.
 */
public final class RowTransformer {
  private final OutlierStep deleting;
  private final OutlierStep keeping;
  private final DeleteFrom deleteFrom;
  private final ImputeStep impute;
  private final List<Part> parts = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private final int width;
  private final int @Nullable [] positions;
  private final @Nullable FittedPca pca;
  private final List<FittedFeature> made;

  /** Makes one feature at most of a row, at positions that no earlier part has. */
  @FunctionalInterface
  private interface Part {
    void add(TypedRow row, CellEffects effects, FeatureBuffer features);
  }

  /** Remembers whether a cell was missing before it was filled. */
  private static final class Indicator {
    private final int number;
    private final int text;
    private double value;

    Indicator(int number, int text) {
      this.number = number;
      this.text = text;
    }

    void read(TypedRow row) {
      boolean missing = number >= 0 ? Double.isNaN(row.numbers[number]) : row.texts[text] == null;
      value = missing ? 1 : 0;
    }
  }

  /**
   * A row function for rows of that layout; rows that neighbours fill must carry their fills with
   * them ({@link TypedRow#fills}).
   */
  public RowTransformer(FittedPipeline pipeline, RowLayout layout) {
    this(pipeline, layout, null);
  }

  /**
   * A row function for rows of that layout.
   *
   * @param imputer finds the neighbours of rows that do not carry their fills with them
   */
  public RowTransformer(FittedPipeline pipeline, RowLayout layout, @Nullable KnnImputer imputer) {
    this(step(pipeline.knn(), layout, imputer), pipeline, layout);
  }

  private RowTransformer(@Nullable KnnStep knn, FittedPipeline pipeline, RowLayout layout) {
    Map<String, FittedOutlier> fences = new TreeMap<>();
    Map<String, FittedNumberImpute> numbers = new TreeMap<>();
    Map<String, FittedCategoryImpute> categories = new TreeMap<>();
    int next = 0;
    for (String name : featureColumns(pipeline)) {
      FittedColumn column = column(pipeline, name);
      if (column instanceof FittedColumn.Numeric numeric) {
        FittedOutlier fence = numeric.outlier();
        if (fence != null) {
          fences.put(name, fence);
        }
        numbers.put(name, numeric.impute());
        addNumber(layout.number(name), next, numeric.scale());
        next++;
      } else if (column instanceof FittedColumn.Categorical categorical) {
        FittedCategoryImpute fill = categorical.impute();
        if (fill != null) {
          categories.put(name, fill);
        }
        addCategory(layout.text(name), categorical.encode().encoder(name, next));
        next += categorical.encode().slots(name).size();
      }
      if (column.hasIndicator()) {
        addIndicator(new Indicator(layout.number(name), layout.text(name)), next);
        next++;
      }
    }
    width = pipeline.width();
    made = FeatureVector.of(pipeline.table().names(), pipeline.columns());
    pca = pipeline.pca();
    positions = positions(pipeline, made);
    deleteFrom = pipeline.deleteFrom();
    deleting = new OutlierStep(layout, fences, Deletion.ON);
    keeping = new OutlierStep(layout, fences, Deletion.OFF);
    FittedRegression regression = pipeline.regression();
    impute =
        new ImputeStep(
            layout,
            numbers,
            categories,
            knn,
            regression == null ? null : new RegressionStep(regression, layout));
  }

  /**
   * A row function of which only the outcomes count: no neighbours are looked for, as their fills
   * leave no row out.
   */
  public static RowTransformer ofOutcomes(FittedPipeline pipeline, RowLayout layout) {
    return filledBy(null, pipeline, layout);
  }

  /** A row function that has neighbours fill cells in that way; null when they fill none. */
  static RowTransformer filledBy(@Nullable KnnStep knn, FittedPipeline pipeline, RowLayout layout) {
    return new RowTransformer(knn, pipeline, layout);
  }

  private static @Nullable KnnStep step(
      @Nullable FittedKnn knn, RowLayout layout, @Nullable KnnImputer imputer) {
    return knn == null ? null : new KnnStep(knn, layout, imputer);
  }

  /** Where each feature that the columns make is in the vector; null when all of them are. */
  private static int @Nullable [] positions(FittedPipeline pipeline, List<FittedFeature> made) {
    if (pipeline.selection() == null && pipeline.pca() == null) {
      return null;
    }
    int[] positions = new int[made.size()];
    int next = 0;
    for (int i = 0; i < positions.length; i++) {
      boolean stays = next < pipeline.width() && pipeline.features().get(next).equals(made.get(i));
      positions[i] = stays ? next++ : -1;
    }
    return positions;
  }

  private void addNumber(int column, int position, FittedScale scale) {
    parts.add(
        (row, effects, features) -> features.add(position, scale.scaled(row.numbers[column])));
  }

  private void addCategory(int column, CategoryEncoder encoder) {
    parts.add((row, effects, features) -> encoder.encode(row.texts[column], effects, features));
  }

  private void addIndicator(Indicator indicator, int position) {
    indicators.add(indicator);
    parts.add((row, effects, features) -> features.add(position, indicator.value));
  }

  /** An empty buffer for what this row function gives. */
  public FeatureBuffer buffer() {
    Projection projection = pca == null ? null : new Projection(pca, made);
    int components = projection == null ? 0 : projection.count();
    return new FeatureBuffer(width, parts.size() + components, positions, projection);
  }

  /**
   * Transforms one row, which is changed.
   *
   * @param effects counts what is done to cells
   * @param features filled in, unless the row is left out; they are of no use then
   */
  public RowOutcome transform(
      TypedRow row, Split split, CellEffects effects, FeatureBuffer features) {
    boolean deletes =
        switch (deleteFrom) {
          case ALL -> true;
          case TRAIN -> split == Split.TRAIN;
        };
    if (!(deletes ? deleting : keeping).apply(row, effects)) {
      return RowOutcome.OUTLIER;
    }
    for (Indicator indicator : indicators) {
      indicator.read(row);
    }
    if (!impute.apply(row, effects)) {
      return RowOutcome.MISSING;
    }
    features.clear();
    for (Part part : parts) {
      part.add(row, effects, features);
    }
    features.complete();
    return RowOutcome.PREPARED;
  }

  private static List<String> featureColumns(FittedPipeline pipeline) {
    return pipeline.table().names().stream().filter(pipeline.columns()::containsKey).toList();
  }

  private static FittedColumn column(FittedPipeline pipeline, String name) {
    FittedColumn column = pipeline.columns().get(name);
    if (column == null) {
      throw new IllegalStateException("column '" + name + "' was not fitted");
    }
    return column;
  }
}
