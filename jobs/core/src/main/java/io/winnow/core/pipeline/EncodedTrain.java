package io.winnow.core.pipeline;

import io.winnow.core.library.LibraryFits;
import io.winnow.core.library.PrincipalComponents;
import io.winnow.core.metrics.Task;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import io.winnow.core.split.Split;
import io.winnow.core.split.TrainRows;
import io.winnow.core.step.impute.knn.KnnStep;
import io.winnow.core.step.select.EncodedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Train as the fitted steps leave it: feature vectors, without the rows that they leave out.
 *
 * @param pipeline everything but what is still to be chosen among its features or made of them
 * @param train rows before any step
 * @param knn null when neighbours fill no column
 */
record EncodedTrain(FittedPipeline pipeline, TrainRows train, @Nullable KnnStep knn)
    implements EncodedRows {

  @Override
  public List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    for (FittedFeature feature : pipeline.features()) {
      boolean isNumber =
          feature.name().equals(feature.column())
              && pipeline.columns().get(feature.column()) instanceof FittedColumn.Numeric;
      features.add(
          new Feature(
              feature.name(),
              Objects.requireNonNull(feature.column()),
              isNumber ? Kind.NUMBER : Kind.CATEGORY));
    }
    return features;
  }

  @Override
  public int classes() {
    return pipeline.label().classes().size();
  }

  @Override
  public PrincipalComponents components(
      LibraryFits library, int[] features, double[] means, int count) {
    return library.components(
        train.rows(), new CentredFeatures(pipeline, train.layout(), knn, features, means), count);
  }

  @Override
  public <S extends State<S>> S scan(S zero) {
    return train.rows().scan(new Transformed<>(pipeline, train.layout(), knn, zero)).state;
  }

  @Override
  public Rows numbers() {
    List<Feature> features = features();
    int[] places = new int[features.size()];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      boolean isNumber = features.get(i).kind() == Kind.NUMBER;
      places[i] = isNumber ? names.size() : -1;
      if (isNumber) {
        names.add(features.get(i).name());
      }
    }
    boolean withLabel = pipeline.label().task() == Task.REGRESSION;
    if (withLabel) {
      names.add(pipeline.label().column());
    }
    RowLayout layout = new RowLayout(List.copyOf(names), List.of());
    return new Rows() {
      @Override
      public RowLayout layout() {
        return layout;
      }

      @Override
      public <S extends RowState<S>> S scan(S zero) {
        return EncodedTrain.this.scan(new Numbers<>(layout, places, withLabel, zero)).state;
      }
    };
  }

  /** Hands features to a state. */
  private static final class Transformed<S extends State<S>> implements RowState<Transformed<S>> {
    private static final long serialVersionUID = 1L;

    private final FittedPipeline pipeline;
    private final RowLayout layout;
    private final @Nullable KnnStep knn;
    private final S state;
    private final CellEffects effects = new CellEffects();
    private transient @Nullable RowTransformer transformer;
    private transient @Nullable FeatureBuffer features;
    private transient @Nullable LabelReader labels;

    Transformed(FittedPipeline pipeline, RowLayout layout, @Nullable KnnStep knn, S state) {
      this.pipeline = pipeline;
      this.layout = layout;
      this.knn = knn;
      this.state = state;
    }

    @Override
    public void add(TypedRow row) {
      if (transformer == null || features == null || labels == null) {
        transformer = RowTransformer.filledBy(knn, pipeline, layout);
        features = transformer.buffer();
        labels = LabelReader.of(layout, pipeline.label());
      }
      double label = labels.label(row);
      if (transformer.transform(row, Split.TRAIN, effects, features) == RowOutcome.PREPARED) {
        state.add(features, label);
      }
    }

    @Override
    public void merge(Transformed<S> other) {
      state.merge(other.state);
    }
  }

  /** Hands numeric features to a state as the row of a table. */
  private static final class Numbers<S extends RowState<S>> implements State<Numbers<S>> {
    private static final long serialVersionUID = 1L;

    private final RowLayout layout;
    private final int[] places;
    private final boolean withLabel;
    private final S state;
    private transient @Nullable TypedRow row;

    Numbers(RowLayout layout, int[] places, boolean withLabel, S state) {
      this.layout = layout;
      this.places = places;
      this.withLabel = withLabel;
      this.state = state;
    }

    @Override
    public void add(Encoded features, double label) {
      TypedRow numbers = row == null ? new TypedRow(layout) : row;
      row = numbers;
      Arrays.fill(numbers.numbers, 0);
      for (int i = 0; i < features.size(); i++) {
        int place = places[features.index(i)];
        if (place >= 0) {
          numbers.numbers[place] = features.value(i);
        }
      }
      if (withLabel) {
        numbers.numbers[numbers.numbers.length - 1] = label;
      }
      state.add(numbers);
    }

    @Override
    public void merge(Numbers<S> other) {
      state.merge(other.state);
    }
  }
}
