package io.winnow.core.step.impute.recover;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;
import io.winnow.core.scan.RowState;
import io.winnow.core.scan.Rows;
import org.jspecify.annotations.Nullable;

/** A table whose chosen cells are missing. Its first scan also keeps what was in them. */
final class MaskedRows implements Rows {
  private final Rows source;
  private final CellSample sample;
  private final ColumnSet kept;
  private @Nullable HiddenRows hidden;

  /**
   * A table with hidden cells.
   *
   * @param kept columns that are wanted of the rows that cells are hidden in
   */
  MaskedRows(Rows source, CellSample sample, ColumnSet kept) {
    this.source = source;
    this.sample = sample;
    this.kept = kept;
  }

  @Override
  public RowLayout layout() {
    return source.layout();
  }

  @Override
  public <S extends RowState<S>> S scan(S zero) {
    boolean isFirst = hidden == null;
    Masked<S> seen =
        source.scan(
            new Masked<>(
                sample,
                zero,
                isFirst ? new HiddenRows() : null,
                isFirst ? kept.and(sample.columns()) : ColumnSet.none()));
    if (isFirst) {
      hidden = seen.hidden;
    }
    return seen.state;
  }

  /** The rows that cells were hidden in; only after a scan. */
  HiddenRows hidden() {
    if (hidden == null) {
      throw new IllegalStateException("the table was not scanned yet");
    }
    return hidden;
  }

  private static final class Masked<S extends RowState<S>> implements RowState<Masked<S>> {
    private static final long serialVersionUID = 1L;

    private final CellSample sample;
    private final S state;
    private final @Nullable HiddenRows hidden;
    private final ColumnSet kept;

    Masked(CellSample sample, S state, @Nullable HiddenRows hidden, ColumnSet kept) {
      this.sample = sample;
      this.state = state;
      this.hidden = hidden;
      this.kept = kept;
    }

    @Override
    public void add(TypedRow row) {
      if (hidden == null || !sample.hasRow(row)) {
        sample.hide(row);
      } else {
        HiddenRows.Cells cells = new HiddenRows.Cells(row);
        if (sample.hide(row)) {
          hidden.add(row.hash, cells);
        }
      }
      state.add(row);
    }

    @Override
    public void merge(Masked<S> other) {
      state.merge(other.state);
      if (hidden != null && other.hidden != null) {
        hidden.merge(other.hidden);
      }
    }

    @Override
    public ColumnSet columns(RowLayout layout) {
      return kept.and(state.columns(layout));
    }
  }
}
