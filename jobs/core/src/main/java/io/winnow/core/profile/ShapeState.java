package io.winnow.core.profile;

import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.statistics.CorrelationState;
import org.jspecify.annotations.Nullable;

/** What the second scan learns, once range, mean and deviation are known. */
public final class ShapeState implements RowState<ShapeState> {
  private static final long serialVersionUID = 1L;

  private final @Nullable HistogramState[] histograms;
  private final CorrelationState correlations;

  ShapeState(@Nullable HistogramState[] histograms, CorrelationState correlations) {
    this.histograms = histograms;
    this.correlations = correlations;
  }

  @Override
  public void add(TypedRow row) {
    for (int c = 0; c < histograms.length; c++) {
      HistogramState histogram = histograms[c];
      if (histogram != null && !Double.isNaN(row.numbers[c])) {
        histogram.add(row.numbers[c]);
      }
    }
    correlations.add(row.numbers);
  }

  @Override
  public void merge(ShapeState other) {
    for (int c = 0; c < histograms.length; c++) {
      HistogramState histogram = histograms[c];
      HistogramState added = other.histograms[c];
      if (histogram != null && added != null) {
        histogram.merge(added);
      }
    }
    correlations.merge(other.correlations);
  }

  @Nullable HistogramState histogram(int column) {
    return histograms[column];
  }

  CorrelationState correlations() {
    return correlations;
  }
}
