package io.winnow.core.pipeline;

import io.winnow.core.hash.ContentHash;
import io.winnow.core.metrics.Task;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.CellEffects;
import io.winnow.core.scan.RowState;
import io.winnow.core.split.Split;
import io.winnow.core.split.SplitAssignment;
import io.winnow.core.statistics.Frequencies;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What applying a fitted pipeline to a table does, counted in one scan before rows are written,
 * with the hash of what is going to be written.
 */
public final class ApplyState implements RowState<ApplyState> {
  private static final long serialVersionUID = 1L;

  private final FittedPipeline pipeline;
  private final RowLayout layout;
  private final SplitAssignment splits;
  private final CellEffects effects = new CellEffects();
  private final Map<Split, SplitCount> counts = new EnumMap<>(Split.class);
  private long unassigned;
  private transient @Nullable RowTransformer transformer;
  private transient @Nullable FeatureBuffer features;
  private transient @Nullable LabelReader labels;
  private transient @Nullable RowKeyText keys;

  /** An empty state. */
  public ApplyState(FittedPipeline pipeline, RowLayout layout, SplitAssignment splits) {
    this.pipeline = pipeline;
    this.layout = layout;
    this.splits = splits;
    for (Split split : Split.values()) {
      counts.put(split, new SplitCount());
    }
  }

  @Override
  public void add(TypedRow row) {
    if (transformer == null || features == null || labels == null || keys == null) {
      transformer = new RowTransformer(pipeline, layout);
      features = transformer.buffer();
      labels = LabelReader.of(layout, pipeline.label());
      keys = new RowKeyText(pipeline.table(), layout);
    }
    Split split = splits.of(row).orElse(null);
    if (split == null) {
      unassigned++;
      return;
    }
    SplitCount count = of(split);
    count.assigned++;
    switch (transformer.transform(row, split, effects, features)) {
      case PREPARED -> {
        features.addTo(count.hash, split.key(), keys.of(row), labels.label(row));
        if (pipeline.label().task() == Task.CLASSIFICATION) {
          count.classes.add(String.valueOf(labels.classOf(row)));
        }
      }
      case OUTLIER -> count.outliers++;
      case MISSING -> count.dropped++;
    }
  }

  @Override
  public void merge(ApplyState other) {
    unassigned += other.unassigned;
    effects.merge(other.effects);
    other.counts.forEach((split, count) -> of(split).merge(count));
  }

  /** What was done to cells. */
  public CellEffects effects() {
    return effects;
  }

  /** Rows that belong to no split. */
  public long unassigned() {
    return unassigned;
  }

  /** Rows of one split. */
  public SplitCount of(Split split) {
    SplitCount count = counts.get(split);
    if (count == null) {
      throw new IllegalStateException("no counts of " + split);
    }
    return count;
  }

  /** Rows of one split. */
  public static final class SplitCount implements Serializable {
    private static final long serialVersionUID = 1L;

    private long assigned;
    private final ContentHash hash = new ContentHash();
    private long outliers;
    private long dropped;
    private final Frequencies<String> classes = new Frequencies<>();

    /** Rows assigned to it. */
    public long assigned() {
      return assigned;
    }

    /** Rows left of them. */
    public long rows() {
      return hash.rows();
    }

    /** Hash of these rows as they are written. */
    public ContentHash hash() {
      return hash;
    }

    /** Rows deleted because a cell is an outlier. */
    public long outliers() {
      return outliers;
    }

    /** Rows dropped because a cell is missing. */
    public long dropped() {
      return dropped;
    }

    /** Rows left by class; empty for a regression. */
    public Frequencies<String> classes() {
      return classes;
    }

    private void merge(SplitCount other) {
      assigned += other.assigned;
      hash.merge(other.hash);
      outliers += other.outliers;
      dropped += other.dropped;
      classes.merge(other.classes);
    }
  }
}
