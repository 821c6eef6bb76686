package io.winnow.core.scan;

import io.winnow.core.row.ColumnSet;
import io.winnow.core.row.RowBatch;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.TypedRow;

/**
 * Rows as they are after a step.
 *
 * @param source rows before it
 */
public record SteppedRows(Rows source, RowStep step) implements Rows {
  @Override
  public RowLayout layout() {
    return source.layout();
  }

  @Override
  public <S extends RowState<S>> S scan(S zero) {
    return source.scan(new Stepped<>(step, zero)).state;
  }

  /** A state that sees rows after a step. */
  private static final class Stepped<S extends RowState<S>> implements RowState<Stepped<S>> {
    private static final long serialVersionUID = 1L;

    private final RowStep step;
    private final S state;
    // What happens to cells is counted when the rows are written, not while fitting.
    private final CellEffects ignored = new CellEffects();

    private Stepped(RowStep step, S state) {
      this.step = step;
      this.state = state;
    }

    @Override
    public void add(TypedRow row) {
      if (step.apply(row, ignored)) {
        state.add(row);
      }
    }

    @Override
    public void add(RowBatch batch) {
      step.apply(batch, ignored);
      state.add(batch);
    }

    @Override
    public void merge(Stepped<S> other) {
      state.merge(other.state);
    }

    @Override
    public ColumnSet columns(RowLayout layout) {
      return step.columns(layout).and(state.columns(layout));
    }
  }
}
